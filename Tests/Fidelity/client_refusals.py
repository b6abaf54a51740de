"""What python-gitlab makes of refusals."""

from unittest import mock

import gitlab

from client_case import ClientCase


class ClientRefusals(ClientCase):
    def code(self, error: type[gitlab.GitlabError], ask: object) -> int | None:
        with self.assertRaises(error) as refusal:
            ask()
        return refusal.exception.response_code

    def test_what_is_not_there(self) -> None:
        self.assertEqual(self.code(gitlab.GitlabGetError, lambda: self.reader.projects.get("no/such")), 404)
        self.assertEqual(
            self.code(
                gitlab.GitlabGetError, lambda: self.reader.projects.get(self.project.id).issues.get(9999)
            ),
            404,
        )
        self.assertEqual(self.code(gitlab.GitlabHttpError, lambda: self.reader.http_get("/nowhere")), 404)

    def test_a_wrong_token(self) -> None:
        stranger = self.client("glpat-nobody-knows-this")
        self.assertEqual(self.code(gitlab.GitlabAuthenticationError, stranger.auth), 401)
        self.assertEqual(self.code(gitlab.GitlabAuthenticationError, lambda: self.client(None).auth()), 401)

    def test_what_one_may_not_see_is_not_there(self) -> None:
        nobody = self.client(None)
        self.assertEqual(self.code(gitlab.GitlabGetError, lambda: nobody.projects.get(self.project.id)), 404)

    def test_what_one_may_not_do(self) -> None:
        project = self.reader.projects.get(self.project.id)
        self.assertEqual(self.code(gitlab.GitlabListError, project.hooks.list), 403)

    def test_a_wrong_parameter(self) -> None:
        project = self.project
        self.assertEqual(
            self.code(
                gitlab.GitlabListError, lambda: project.mergerequests.list(order_by="mood", get_all=False)
            ),
            400,
        )
        self.assertEqual(
            self.code(
                gitlab.GitlabListError,
                lambda: project.deployments.list(updated_after="2020-01-01T00:00:00Z", get_all=False),
            ),
            400,
        )


class ClientWaiting(ClientCase):
    options = ("--projects", "1", "--merge-requests", "5", "--refuse-every", "3")

    def test_waits_as_told_and_goes_on(self) -> None:
        with mock.patch("gitlab.utils.time.sleep") as sleep:
            for _ in range(6):
                self.assertEqual(self.reader.http_get("/user")["username"], "metrics")
        self.assertEqual([call.args[0] for call in sleep.call_args_list], [1] * sleep.call_count)
        self.assertGreater(sleep.call_count, 1)


class ClientThrottled(ClientCase):
    options = ("--projects", "1", "--merge-requests", "5", "--rate-limit", "10")

    def test_is_told_how_long_to_wait(self) -> None:
        with (
            mock.patch("gitlab.utils.time.sleep") as sleep,
            self.assertRaises(gitlab.GitlabHttpError) as refusal,
        ):
            # One minute may end and another begin meanwhile: three times the limit is too much for both.
            for _ in range(30):
                self.reader.http_get("/user", max_retries=1)
        self.assertEqual(refusal.exception.response_code, 429)
        self.assertLessEqual(sleep.call_args.args[0], 60)
        with self.assertRaises(gitlab.GitlabHttpError) as refusal:
            for _ in range(30):
                self.reader.http_get("/user", obey_rate_limit=False)
        self.assertEqual(refusal.exception.response_body, b"Retry later\n")
