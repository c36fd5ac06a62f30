#!/usr/bin/env python3
"""The recorded day live, without an Asterisk: a fake one, the bridge and the collector run until they are stopped with
Ctrl-C. Commands typed here go to the fake Asterisk ("cut 20", "shutdown 10", "state": see commands.py there).

    live_day.py [SPEED]        1: in real pacing
"""

import sys

import live_world
import world


def main():
    speed = float(sys.argv[1]) if len(sys.argv) > 1 else 1
    with live_world.LiveWorld(int(speed) if speed.is_integer() else speed, begin=120) as one:
        one.start_all()
        print("Callwatch watches a fake Asterisk. Look at it from another terminal:\n\n"
              f"  {world.BIN}/callwatchctl --ipc {one.ipc} status\n"
              f"  {world.BIN}/callwatch-wallboard --mode wall --ipc {one.ipc}\n\n"
              f"The day ends at {one.ends_at:%H:%M} ({one.zone}).", flush=True)
        try:
            for line in sys.stdin:
                if line.strip() in ("quit", "exit"):
                    break
                try:
                    print(one.pbx.say(line.strip() or "stats"), flush=True)
                except world.Failed as fault:
                    print(fault, flush=True)
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
