"""python-gitlab writes."""

import gitlab

from client_case import ClientCase


class ClientWriting(ClientCase):
    def test_notes_live_and_die(self) -> None:
        merge_request = self.project.mergerequests.list(state="opened", iterator=True).next()
        self._notes(merge_request)
        self._notes(self.project.issues.list(state="opened", iterator=True).next())

    def _notes(self, noteable: object) -> None:
        before = len(noteable.notes.list(get_all=True))
        note = noteable.notes.create({"body": "First words"})
        self.assertEqual(noteable.notes.get(note.id).body, "First words")
        self.assertFalse(note.system)
        note.body = "Better words"
        note.save()
        self.assertEqual(noteable.notes.get(note.id).body, "Better words")
        self.assertEqual(len(noteable.notes.list(get_all=True)), before + 1)
        note.delete()
        with self.assertRaises(gitlab.GitlabGetError) as refusal:
            noteable.notes.get(note.id)
        self.assertEqual(refusal.exception.response_code, 404)
        self.assertEqual(len(noteable.notes.list(get_all=True)), before)

    def test_an_empty_note_is_refused(self) -> None:
        merge_request = self.project.mergerequests.list(iterator=True).next()
        with self.assertRaises(gitlab.GitlabCreateError) as refusal:
            merge_request.notes.create({"body": ""})
        self.assertEqual(refusal.exception.response_code, 400)

    def test_a_reader_may_not_write(self) -> None:
        merge_request = self.reader.projects.get(self.project.id).mergerequests.list(iterator=True).next()
        with self.assertRaises(gitlab.GitlabCreateError) as refusal:
            merge_request.notes.create({"body": "Let me in"})
        self.assertEqual(refusal.exception.response_code, 403)
        self.assertIn("insufficient_scope", str(refusal.exception.error_message))

    def test_project_hooks_live_and_die(self) -> None:
        self._hooks(self.project.hooks)

    def test_group_hooks_live_and_die(self) -> None:
        self._hooks(self.administrator.groups.get(self.instance.group).hooks)

    def _hooks(self, hooks: object) -> None:
        before = len(hooks.list(get_all=True))
        hook = hooks.create(
            {
                "url": "https://receiver.example.com/gitlab",
                "token": "only-we-know",
                "push_events": False,
                "merge_requests_events": True,
                "custom_headers": [{"key": "X-Place", "value": "here"}],
            }
        )
        self.assertNotIn("only-we-know", repr(hook.attributes))
        self.assertEqual((hook.push_events, hook.merge_requests_events), (False, True))
        hook.pipeline_events = True
        hook.save()
        again = hooks.get(hook.id)
        self.assertTrue(again.pipeline_events)
        self.assertEqual(again.url, "https://receiver.example.com/gitlab")
        self.assertEqual(again.custom_headers, [{"key": "X-Place"}])
        self.assertEqual(len(hooks.list(get_all=True)), before + 1)
        hook.test("merge_requests_events")
        hook.delete()
        self.assertEqual(len(hooks.list(get_all=True)), before)

    def test_a_hook_needs_a_url_with_a_scheme(self) -> None:
        with self.assertRaises(gitlab.GitlabCreateError) as refusal:
            self.project.hooks.create({"url": "nowhere"})
        self.assertEqual(refusal.exception.response_code, 422)
