#!/usr/bin/env python3
"""Does the contact sheet leave out no picture of pictures.list, and link only to what is beside it?"""

import html.parser
import re
import unittest

import contact_sheet


def listed():
    return [line[:3] for line in contact_sheet.lines_of(contact_sheet.HERE / "pictures.list")]


def captions():
    return dict(contact_sheet.lines_of(contact_sheet.HERE / "captions.list"))


class Links(html.parser.HTMLParser):
    """What a page points at, and whether all that was opened is closed."""

    def __init__(self, text):
        super().__init__()
        self.targets, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.targets += [value for name, value in attrs if name in ("href", "src")]
        if tag not in ("meta", "img", "input", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes something else"


class ContactSheet(unittest.TestCase):
    def test_every_line_of_the_list_has_its_place(self):
        pictures = contact_sheet.plan(listed(), captions())
        self.assertEqual(sorted(p.reference for p in pictures if p.reference),
                         sorted(line[0] for line in listed()))

    def test_every_board_is_drawn_at_each_size_in_both_themes(self):
        pictures = contact_sheet.plan(listed(), captions())
        boards = {path.stem for path in (contact_sheet.HERE / "boards").glob("*.json")}
        for board in boards:
            drawn = {(p.size, p.theme) for p in pictures if p.state.board == board}
            for size in contact_sheet.SIZES:
                for theme in contact_sheet.THEMES:
                    self.assertIn((size, theme), drawn, board)
        self.assertEqual({p.state.page for p in pictures}, set(contact_sheet.PAGES))

    def test_every_state_says_what_it_shows(self):
        names = {p.state.name for p in contact_sheet.plan(listed(), captions())}
        self.assertEqual(names, set(captions()))

    def test_lines_that_differ_in_size_or_theme_are_one_state(self):
        lines = [["a", "board", "--page live"], ["a-light", "board", "--page live --theme light"],
                 ["a-far", "board", "--page live --size 640x480"], ["b", "board", "--page team"]]
        pictures = contact_sheet.plan(lines, {"a": "words"})
        self.assertEqual(len(pictures), 5 * 2 + 4 * 2)
        self.assertEqual({p.file: p.reference for p in pictures if p.reference},
                         {"a-1280x720-dark.png": "a", "a-1280x720-light.png": "a-light",
                          "a-640x480-dark.png": "a-far", "b-1280x720-dark.png": "b"})

    def test_the_same_picture_twice_is_an_error(self):
        with self.assertRaises(ValueError):
            contact_sheet.plan([["a", "board", "--page live"], ["b", "board", "--page live"]], {})

    def test_the_page_needs_nothing_but_the_pictures_beside_it(self):
        pictures = contact_sheet.plan(listed(), captions())
        text = contact_sheet.sheet(pictures)
        links = Links(text)
        self.assertEqual(links.open, [])
        files = {p.file for p in pictures}
        targets = {target for target in links.targets if not target.startswith("#")}
        self.assertEqual(targets, files)
        self.assertNotRegex(text, r"https?:|<script|url\(")
        self.assertEqual(len(re.findall(r'width="320" height="180"', text)), len(pictures))


if __name__ == "__main__":
    unittest.main()
