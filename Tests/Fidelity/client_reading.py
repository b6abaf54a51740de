"""python-gitlab reads."""

import datetime

from client_case import ClientCase


class ClientReading(ClientCase):
    def test_authenticates(self) -> None:
        self.reader.auth()
        self.assertEqual(self.reader.user.username, "metrics")
        self.assertEqual(self.reader.personal_access_tokens.get("self").scopes, ["read_api"])

    def test_knows_the_version(self) -> None:
        version, revision = self.reader.version()
        self.assertRegex(version, r"^\d+\.\d+\.\d+(-ee)?$")
        self.assertNotEqual(revision, "unknown")
        self.assertEqual(self.reader.http_get("/metadata")["version"], version)

    def test_pages_by_offset_to_the_end(self) -> None:
        whole = self.project.mergerequests.list(get_all=True, per_page=100)
        pages = self.project.mergerequests.list(iterator=True, per_page=7)
        self.assertEqual(len(pages), len(whole))
        self.assertEqual(pages.total_pages, -(-len(whole) // 7))
        self.assertEqual(pages.per_page, 7)
        self.assertIsNone(pages.prev_page)
        rows = list(pages)
        self.assertEqual([row.id for row in rows], [row.id for row in whole])
        self.assert_unique(rows)
        self.assertIsNone(pages.next_page)

    def test_pages_by_keyset_to_the_end(self) -> None:
        every = {"get_all": True, "order_by": "id", "sort": "asc"}
        whole = self.administrator.projects.list(**every)
        keyset = self.administrator.projects.list(pagination="keyset", per_page=2, **every)
        self.assert_unique(keyset)
        self.assertEqual([row.id for row in keyset], [row.id for row in whole])

    def test_pages_jobs_by_keyset(self) -> None:
        whole = self.project.jobs.list(get_all=True, per_page=100)
        keyset = self.project.jobs.list(get_all=True, pagination="keyset", order_by="id", per_page=50)
        self.assert_unique(keyset)
        self.assertEqual({row.id for row in keyset}, {row.id for row in whole})

    def test_finds_a_project_by_path_and_by_id(self) -> None:
        path = self.project.path_with_namespace
        self.assertIn("/", path)
        self.assertEqual(self.reader.projects.get(path).id, self.project.id)
        self.assertEqual(self.reader.projects.get(self.project.id).path_with_namespace, path)

    def test_walks_groups(self) -> None:
        group = self.reader.groups.get(self.instance.group)
        subgroups = group.subgroups.list(get_all=True)
        self.assertEqual({one.parent_id for one in subgroups}, {group.id})
        self.assertGreaterEqual(len(group.descendant_groups.list(get_all=True)), len(subgroups))
        direct = group.projects.list(get_all=True)
        self.assertGreater(len(group.projects.list(include_subgroups=True, get_all=True)), len(direct))
        self.assert_unique(group.members.list(get_all=True))
        self.assert_unique(group.mergerequests.list(get_all=True, per_page=100))

    def test_filters_merge_requests(self) -> None:
        listing = self.project.mergerequests.list
        merged = listing(state="merged", order_by="updated_at", sort="asc", get_all=True)
        self.assertEqual({one.state for one in merged}, {"merged"})
        moments = [one.updated_at for one in merged]
        self.assertEqual(moments, sorted(moments))
        middle = moments[len(moments) // 2]
        later = listing(state="merged", updated_after=middle, get_all=True)
        self.assertEqual({one.id for one in later}, {one.id for one in merged if one.updated_at >= middle})
        author = merged[0].author
        theirs = listing(author_id=author["id"], get_all=True)
        self.assertEqual({one.author["id"] for one in theirs}, {author["id"]})
        self.assertEqual(len(theirs), len(listing(author_username=author["username"], get_all=True)))
        pair = listing(iids=[merged[0].iid, merged[1].iid])
        self.assertEqual({one.iid for one in pair}, {merged[0].iid, merged[1].iid})

    def test_reads_what_hangs_on_a_merge_request(self) -> None:
        brief = self.project.mergerequests.list(state="merged", order_by="merged_at", per_page=1, page=1)[0]
        merged = self.project.mergerequests.get(brief.iid)
        self.assertIsInstance(merged.changes_count, str)
        commits = list(merged.commits())
        self.assert_unique(commits)
        self.assertEqual(merged.diff_refs["head_sha"], merged.sha)
        self.assertIsInstance(merged.approvals.get().approved_by, list)
        self.assert_unique(merged.notes.list(get_all=True))
        self.assert_unique(merged.pipelines.list(get_all=True))
        self.assertIn("merged", {one.state for one in merged.resourcestateevents.list(get_all=True)})
        merged.resourcelabelevents.list(get_all=True)
        merged.resourcemilestoneevents.list(get_all=True)

    def test_reads_planning(self) -> None:
        issues = self.project.issues.list(get_all=True, per_page=100)
        self.assert_unique(issues)
        issue = self.project.issues.get(issues[0].iid)
        self.assertEqual(issue.attributes["id"], issues[0].id)
        self.assertIn("total_time_spent", issue.time_stats())
        issue.notes.list(get_all=True)
        issue.related_merge_requests()
        issue.closed_by()
        labels = self.project.labels.list(get_all=True)
        self.assert_unique(labels)
        self.assertEqual(self.project.labels.get(labels[0].name).id, labels[0].id)
        milestones = self.project.milestones.list(get_all=True)
        self.assert_unique(milestones)
        self.project.milestones.get(milestones[0].id).issues(get_all=True)

    def test_reads_people_and_events(self) -> None:
        direct = self.project.members.list(get_all=True)
        self.assert_unique(direct)
        inherited = self.project.members_all.list(get_all=True)
        self.assertGreater(len(inherited), len(direct))
        user = self.reader.users.get(direct[0].id)
        self.assertEqual(self.reader.users.list(username=user.username)[0].id, user.id)
        events = self.project.events.list(get_all=True, per_page=100)
        self.assert_unique(events)
        self.assertEqual({one.project_id for one in events}, {self.project.id})
        day = events[len(events) // 2].created_at[:10]
        later = self.project.events.list(after=day, get_all=True, per_page=100)
        self.assertTrue(all(one.created_at[:10] > day for one in later), "`after` is exclusive")

    def test_reads_the_repository(self) -> None:
        commits = self.project.commits.list(get_all=True, per_page=100)
        self.assert_unique(commits)
        commit = self.project.commits.get(commits[0].id)
        self.assertEqual(commit.stats["total"], commit.stats["additions"] + commit.stats["deletions"])
        counted = self.project.commits.list(with_stats=True, per_page=1, page=1)[0]
        self.assertEqual(counted.stats, commit.stats)
        self.assertTrue(commit.refs())
        commit.merge_requests()
        branches = self.project.branches.list(get_all=True)
        self.assert_unique(branches, key="name")
        self.assertEqual([one.name for one in branches if one.default], [self.project.default_branch])
        self.assertTrue(self.project.branches.get(self.project.default_branch).default)
        tags = self.project.tags.list(get_all=True)
        self.assert_unique(tags, key="name")
        self.assertEqual(self.project.tags.get(tags[0].name).name, tags[0].name)
        releases = self.project.releases.list(get_all=True)
        self.assert_unique(releases, key="tag_name")
        self.assertEqual(self.project.releases.get(releases[0].tag_name).name, releases[0].name)

    def test_reads_delivery(self) -> None:
        pipelines = self.project.pipelines.list(get_all=True, per_page=100)
        self.assert_unique(pipelines)
        failed = self.project.pipelines.list(status="failed", get_all=True)
        self.assertEqual({one.status for one in failed}, {"failed"})
        pipeline = self.project.pipelines.get(pipelines[-1].id)
        self.assertIsInstance(pipeline.duration, int)
        jobs = pipeline.jobs.list(get_all=True, include_retried=True)
        self.assert_unique(jobs)
        self.assertEqual(self.project.jobs.get(jobs[0].id).pipeline["id"], pipeline.id)
        pipeline.bridges.list(get_all=True)
        pipeline.test_report_summary.get()
        environments = self.project.environments.list(get_all=True)
        self.assert_unique(environments)
        self.assertEqual(self.project.environments.get(environments[0].id).name, environments[0].name)
        deployments = self.project.deployments.list(
            environment=environments[0].name,
            status="success",
            order_by="updated_at",
            sort="asc",
            get_all=True,
        )
        self.assert_unique(deployments)
        self.assertEqual({one.environment["name"] for one in deployments}, {environments[0].name})
        deployment = self.project.deployments.get(deployments[-1].id)
        self.assertLess(datetime.datetime.fromisoformat(deployment.created_at).year, 2100)
        deployment.mergerequests.list(get_all=True)
