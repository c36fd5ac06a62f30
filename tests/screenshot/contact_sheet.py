#!/usr/bin/env python3
"""Draws every page of the wall in every state of pictures.list, at each size and in both themes, and
writes index.html: all of them on one sheet, each as it looks from far away, with a switch to grey.

usage: contact_sheet.py <folder of the binaries> <folder for the pictures> [state...]

A state is a board with a page, a location and a time: lines of pictures.list that differ only in size and
theme are one. Needs a display; `./dev shots` starts one.
"""

import concurrent.futures
import dataclasses
import html
import os
import pathlib
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SIZES = ["1280x720", "1920x1080", "3840x2160", "720x1280"]
DESK_SIZES = ["1280x720", "1600x900", "1920x1080", "3840x2160"]
THEMES = ["dark", "light"]
PAGES = {  # In the order of their keys.
    "live": "Live",
    "returns": "Returns",
    "end-of-day": "End of day",
    "departures": "Departures",
    "greetings": "Greetings and scripts",
    "team": "Team",
    "trends": "Trends",
    "health": "Health",
}
# A page seen from across the room: what is wrong must still be visible at this size.
THUMB_W, THUMB_H = 320, 180
DRAW_SECONDS_MAX = 120
PROGRESS_PICTURES = 50


@dataclasses.dataclass(frozen=True)
class State:
    name: str  # Of its first line.
    board: str
    page: str
    arguments: tuple  # Without --page, --size and --theme.
    sizes: tuple
    shows: str


@dataclasses.dataclass(frozen=True)
class Picture:
    state: State
    size: str
    theme: str
    reference: str  # Its name in pictures.list, or "".

    @property
    def file(self):
        return f"{self.state.name}-{self.size}-{self.theme}.png"


def lines_of(path):
    """Fields of each line that is not a comment."""
    text = path.read_text(encoding="utf-8")
    return [[field.strip() for field in line.split("|")]
            for line in text.splitlines() if line.strip() and not line.startswith("#")]


def take(words, option, default=None):
    """The value of `--option value`, removed from `words`."""
    if option not in words:
        return default
    at = words.index(option)
    value = words[at + 1]
    del words[at:at + 2]
    return value


def plan(listed, captions):
    """All pictures, and so all states, in the order of the list. A line that repeats another's size and
    theme is an error: one of the two would never be seen."""
    states, names, sizes = {}, {}, {}
    for name, board, arguments in listed:
        words = shlex.split(arguments)
        size = take(words, "--size", "1280x720")
        theme = take(words, "--theme", "dark")
        page = take(words, "--page", "live")
        key = (board, page, tuple(words))
        states.setdefault(key, name)
        known = sizes.setdefault(key, list(DESK_SIZES if "desk" in words else SIZES))
        if size not in known:
            known.append(size)
        if names.setdefault((key, size, theme), name) != name:
            raise ValueError(f"{name} is the same picture as {names[key, size, theme]}")
    pictures = []
    for key, name in states.items():
        board, page, words = key
        shows = captions.get(name, f"the board {board}")
        state = State(name, board, page, words, tuple(sizes[key]), shows)
        pictures += [Picture(state, size, theme, names.get((key, size, theme), ""))
                     for size in state.sizes for theme in THEMES]
    return pictures


def draw(binaries, folder, picture):
    """One picture by the wallboard itself; a RuntimeError says which one failed, and how."""
    words = list(picture.state.arguments)
    mode = take(words, "--mode", "wall")
    answers = take(words, "--answers")
    if answers:
        words += ["--answers", str(HERE / "answers" / f"{answers}.txt")]
    command = [binaries / "callwatch-wallboard", "--mode", mode, "--page", picture.state.page,
               "--board", HERE / "boards" / f"{picture.state.board}.json", "--size", picture.size,
               "--theme", picture.theme, *words,
               "--screenshot", folder / picture.file]
    # As in shoot.sh: the same pixels everywhere, as nearly as software rendering gets.
    surroundings = {**os.environ, "LP_NATIVE_VECTOR_WIDTH": "128", "LP_NUM_THREADS": "1",
                    "LIBGL_ALWAYS_SOFTWARE": "1"}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False,
                          timeout=DRAW_SECONDS_MAX)
    if done.returncode != 0:
        raise RuntimeError(f"{picture.file}: exit code {done.returncode}: {done.stderr.strip()}")


def draw_all(binaries, folder, pictures):
    """Says how far it is; the first that fails ends it."""
    # One by one a picture waits for the disk and the display; as many at once as there are processors.
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        drawing = [pool.submit(draw, binaries, folder, picture) for picture in pictures]
        try:
            for count, done in enumerate(drawing, 1):
                done.result()
                if count % PROGRESS_PICTURES == 0:
                    print(f"{count} of {len(pictures)} pictures", flush=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


STYLE = f"""
body {{ font: 15px/1.4 Roboto, "DejaVu Sans", sans-serif; margin: 24px; background: #777e85; color: #000; }}
header {{ position: sticky; top: 0; padding: 8px 0; background: #777e85; }}
nav a, label {{ margin-right: 16px; }}
a {{ color: inherit; }}
section > div {{ display: flex; flex-wrap: wrap; gap: 16px; }}
figure {{ display: flex; gap: 12px; margin: 0; width: 500px; }}
figcaption {{ overflow-wrap: anywhere; }}
img {{ width: {THUMB_W}px; height: {THUMB_H}px; object-fit: contain; image-rendering: auto; flex: none; }}
#grey:checked ~ main img {{ filter: grayscale(1); }}
"""


def figure(picture):
    is_reference = f"<br>reference <b>{html.escape(picture.reference)}</b>" if picture.reference else ""
    link = html.escape(picture.file)
    return (f'<figure><a href="{link}"><img src="{link}" loading="lazy" decoding="async" '
            f'width="{THUMB_W}" height="{THUMB_H}" alt="{html.escape(picture.state.shows)}"></a>'
            f'<figcaption><a href="{link}">{picture.size}, {picture.theme}</a>{is_reference}'
            f"</figcaption></figure>")


def section(page, pictures):
    out = [f'<h2 id="{page}">{PAGES.get(page, page)}</h2>']
    for state in dict.fromkeys(picture.state for picture in pictures):
        out.append(f"<section><h3>{html.escape(state.name)}: {html.escape(state.shows)}</h3><div>")
        out += [figure(picture) for picture in pictures if picture.state == state]
        out.append("</div></section>")
    return out


def sheet(pictures):
    """The page, which needs nothing but the pictures beside it."""
    pages = [page for page in PAGES if any(p.state.page == page for p in pictures)]
    pages += sorted({p.state.page for p in pictures} - set(pages))
    links = "".join(f'<a href="#{page}">{PAGES.get(page, page)}</a>' for page in pages)
    body = [line for page in pages
            for line in section(page, [p for p in pictures if p.state.page == page])]
    return "\n".join(
        ['<!doctype html>', '<html lang="en"><meta charset="utf-8"><title>Pages of the wallboard</title>',
         f"<style>{STYLE}</style>", '<input type="checkbox" id="grey"><label for="grey">grey</label>',
         f"<header><nav>{links}</nav></header><main>", *body, "</main></html>", ""])


def main(arguments):
    if len(arguments) < 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    binaries, folder = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1])
    captions = dict(lines_of(HERE / "captions.list"))
    pictures = plan([line[:3] for line in lines_of(HERE / "pictures.list")], captions)
    if arguments[2:]:
        pictures = [picture for picture in pictures if picture.state.name in arguments[2:]]
    folder.mkdir(parents=True, exist_ok=True)
    draw_all(binaries, folder, pictures)
    (folder / "index.html").write_text(sheet(pictures), encoding="utf-8")
    print(f"{len(pictures)} pictures: {folder}/index.html")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (RuntimeError, ValueError, OSError, subprocess.TimeoutExpired) as error:
        print(f"contact_sheet: {error}", file=sys.stderr)
        sys.exit(1)
