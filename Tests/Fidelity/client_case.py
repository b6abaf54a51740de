"""What every test of a client stands on."""

import os
import unittest
import warnings
from pathlib import Path

import gitlab

from fake_instance import FakeInstance


class ClientCase(unittest.TestCase):
    """A fake instance for all tests of a class, and python-gitlab in front of it."""

    options = ("--projects", "3", "--merge-requests", "60", "--seed", "11")

    @classmethod
    def setUpClass(cls) -> None:
        # The client warns of addresses that lead elsewhere and of lists that were cut.
        cls.enterClassContext(warnings.catch_warnings())
        warnings.filterwarnings("error", message="(?s).*python-gitlab")
        program = Path(os.environ["FAKE_GITLAB"])
        cls.instance = cls.enterClassContext(FakeInstance(program, *cls.options))
        cls.reader = cls.client(cls.instance.token)
        cls.administrator = cls.client(cls.instance.administrator)

    @classmethod
    def client(cls, token: str | None, **options: object) -> gitlab.Gitlab:
        return gitlab.Gitlab(cls.instance.url, private_token=token, **options)

    @property
    def project(self) -> object:
        """The first private project of the instance's group, as somebody sees it who may do everything."""
        group = self.administrator.groups.get(self.instance.group)
        found = group.projects.list(
            include_subgroups=True, visibility="private", order_by="id", sort="asc", iterator=True
        )
        return self.administrator.projects.get(next(found).id)

    def assert_unique(self, things: list, key: str = "id") -> None:
        keys = [getattr(thing, key) for thing in things]
        self.assertEqual(len(keys), len(set(keys)), "a row came twice")
        self.assertTrue(keys, "nothing came")
