#!/usr/bin/env python3
"""Does a house rule see what it forbids? usage: canary.py <rule>.

Each rule gets a good tree, which must pass, and then that tree with one bad file, which must fail and name
what to do instead.
"""

import pathlib
import subprocess
import sys
import tempfile

GOOD = {
    "CMakeLists.txt": "project(callwatch)\n",
    "README.md": "# Callwatch\n",
    "daemon/model/types.hpp": "#pragma once\n#include <map>\n// The system_clock is read in app/.\n",
    "daemon/state/board.cpp": '#include "daemon/model/types.hpp"\n',
    "daemon/wire/codec.cpp": '#include "callwatch/v1/event.pb.h"\n#include "daemon/model/types.hpp"\n',
    "daemon/app/main.cpp": '#include "daemon/app/daemon.hpp"\n#include "daemon/engine/engine.hpp"\n',
    "wallboard/views/live.cpp": '#include <imgui.h>\n#include "wallboard/model/snapshot.hpp"\n',
    "tests/unit/types_test.cpp": "// Are instants ordered? call(it), then look.\n",
    "tests/unit/canary_test.cpp": "int failing;\n",
    "tests/scenario/a_test.cpp": 'TEST_CASE("a thing "\n          "happens", "[a]")\n',
    "tests/scenario/canary_test.cpp": "int failing;\n",
    "tests/requirements.md": '| a | b | "a thing happens" |\n' * 35,
}

# rule -> (path, content, words that the finding must have)
BAD = {
    "core_is_pure": [
        ("daemon/state/a.cpp", "auto now = std::chrono::system_clock::now();\n", "take `now` as an argument"),
        ("daemon/policy/a.cpp", "#include <zmq.hpp>\n", "journal/, wire/ and app/"),
        ("daemon/engine/a.cpp", '#include "callwatch/v1/event.pb.h"\n', "journal/, wire/ and app/"),
        ("daemon/metrics/a.cpp", "std::mutex lock;\n", "one thread"),
        ("daemon/model/a.cpp", "std::mt19937 dice;\n", "draw the number outside"),
        ("daemon/calendar/a.hpp", "std::unordered_map<int, int> days;\n", "use map or vector"),
        ("daemon/calendar/a.cpp", "auto zone = date::current_zone();\n", "hand the value in"),
    ],
    "dependencies_point_inwards": [
        ("daemon/state/a.cpp", '#include "daemon/policy/day_verdict.hpp"\n', "move the piece inwards"),
        ("daemon/engine/a.cpp", '#include "callwatch/v1/event.pb.h"\n', "translate in wire/"),
        ("daemon/bridges/asterisk/a.cpp", '#include "daemon/state/board.hpp"\n', "move the piece inwards"),
        ("daemon/wire/a.cpp", '#include "daemon/app/settings.hpp"\n', "nothing includes app/"),
        ("wallboard/views/a.cpp", '#include "daemon/model/types.hpp"\n', "share proto/ and no C++"),
        ("daemon/ctl/a.cpp", '#include "wallboard/model/snapshot.hpp"\n', "share proto/ and no C++"),
        ("daemon/journal/a.cpp", '#include "tests/support/world.hpp"\n', "knows no tests"),
        ("daemon/model/a.cpp", '#include "types.hpp"\n', "from the root"),
        ("daemon/novelty/a.cpp", '#include "daemon/model/types.hpp"\n', "say what it may include"),
    ],
    "top_level": [
        ("scripts/release.sh", "true\n", "put it into one of"),
        ("NOTES.md", "thoughts\n", "put it into one of"),
        ("daemon/util/strings.hpp", "#pragma once\n", "name the folder"),
    ],
    "file_sizes": [
        ("daemon/state/long.cpp", "// A line.\n" * 501, "split it by thought"),
        ("CMakeLists.txt", "# A line.\n" * 81, "its own CMakeLists.txt"),
    ],
    "finished_work": [
        ("daemon/state/a.cpp", "// TO" "DO later\n", "open an issue"),
        ("tests/unit/a_test.py", "# FIX" "ME\n", "open an issue"),
        ("daemon/state/b.cpp", "    // board.apply(fact);\n", "git remembers"),
        ("daemon/state/c.cpp", "    // const int depth = waiting + 1;\n", "git remembers"),
        ("daemon/state/d.cpp", "// if (open) {\n", "git remembers"),
        ("daemon/state/e.cpp", "    // return board;\n", "git remembers"),
    ],
    "no_machine_paths": [
        ("config/a.toml", 'data = "/ho' 'me/somebody/data"\n', "take it as an argument"),
        ("tests/end_to_end/a.py", 'open("/tm' 'p/callwatch.log")\n', "mktemp or tempfile"),
    ],
    "folders_have_canaries": [
        ("tests/property/replay_test.cpp", "// Is a replay exact?\n", "canary"),
    ],
    "requirement_tests": [
        ("tests/requirements.md", '| a | b | "another thing happens" |\n' * 35, 'no test "another thing happens"'),
        ("tests/requirements.md", "| a | b | |\n" * 35, "no test"),
        ("tests/requirements.md", '| a | b | "a thing happens" |\n', "only 1 rows are left"),
    ],
    "names": [
        ("daemon/state/BoardState.cpp", "// The board.\n", "snake_case"),
        ("daemon/state/a.hpp", "class QueueManager {};\n", "name the type"),
    ],
}


def judge(rule, files):
    """(exit code, findings) of one rule over a tree made of `files`."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            place = pathlib.Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content, encoding="utf-8")
        script = pathlib.Path(__file__).with_name(rule + ".py")
        done = subprocess.run([sys.executable, script, folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


def main():
    rule = sys.argv[1]
    wrong = []
    code, said = judge(rule, GOOD)
    if code != 0:
        wrong.append(f"a good tree was refused: {said}")
    for path, content, words in BAD[rule]:
        code, said = judge(rule, {**GOOD, path: content})
        if code != 1 or words not in said or path.rpartition("/")[0] not in said:
            wrong.append(f"{path} ({content.strip()[:60]}) was not seen: exit {code}: {said}")
    print("\n".join(wrong) or f"{rule}: {len(BAD[rule])} bad trees seen")
    sys.exit(1 if wrong else 0)


main()
