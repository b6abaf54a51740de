"""python-gitlab asks by GraphQL."""

import gitlab
from gql.transport.exceptions import TransportQueryError
from graphql import GraphQLError

from client_case import ClientCase

MERGE_REQUESTS = """
query MergeRequests($path: ID!, $after: String) {
  project(fullPath: $path) {
    mergeRequests(first: 20, after: $after, sort: UPDATED_ASC) {
      count
      pageInfo { hasNextPage endCursor }
      nodes { iid title state updatedAt author { username } }
    }
  }
}
"""


class ClientQueries(ClientCase):
    def graphql(self, token: str) -> gitlab.GraphQL:
        return self.enterContext(gitlab.GraphQL(self.instance.url, token=token))

    def test_pages_to_the_end_and_agrees_with_rest(self) -> None:
        client, path = self.graphql(self.instance.token), self.project.path_with_namespace
        nodes, after = [], None
        while True:
            answer = client.execute(MERGE_REQUESTS, variable_values={"path": path, "after": after})
            page = answer["project"]["mergeRequests"]
            nodes += page["nodes"]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break
        rest = {str(one.iid): one for one in self.project.mergerequests.list(get_all=True, per_page=100)}
        self.assertEqual(page["count"], len(rest))
        self.assertEqual([node["iid"] for node in nodes], list(dict.fromkeys(node["iid"] for node in nodes)))
        self.assertEqual({node["iid"] for node in nodes}, set(rest))
        for node in nodes:
            one = rest[node["iid"]]
            self.assertEqual((node["title"], node["state"]), (one.title, one.state))
            self.assertEqual(node["updatedAt"][:19], one.updated_at[:19])
            self.assertEqual(node["author"]["username"], one.author["username"])

    def test_reads_the_schema_and_holds_queries_to_it(self) -> None:
        client = gitlab.GraphQL(self.instance.url, token=self.instance.token, fetch_schema_from_transport=True)
        with client:
            answer = client.execute("{ currentUser { username } }")
            self.assertEqual(answer, {"currentUser": {"username": "metrics"}})
            with self.assertRaises(GraphQLError):
                client.execute("{ currentUser { shoeSize } }")

    def test_what_one_may_not_see_is_null(self) -> None:
        client = self.graphql(self.instance.token)
        answer = client.execute('{ project(fullPath: "no/such") { id } currentUser { username } }')
        self.assertEqual(answer, {"project": None, "currentUser": {"username": "metrics"}})

    def test_an_unknown_field_is_an_error(self) -> None:
        with self.assertRaises(TransportQueryError) as refusal:
            self.graphql(self.instance.token).execute("{ currentUser { shoeSize } }")
        self.assertIn("shoeSize", str(refusal.exception))

    def test_a_wrong_token(self) -> None:
        with self.assertRaises(TransportQueryError) as refusal:
            self.graphql("glpat-nobody-knows-this").execute("{ currentUser { username } }")
        self.assertIn("Invalid token", str(refusal.exception))
