"""A screen that nobody sees, and the one thing that a window manager does to a window: iconify it."""

import contextlib
import ctypes
import ctypes.util
import os
import shutil
import subprocess
import unittest

import world

ICONIC = 3  # ICCCM 4.1.3.1: WM_STATE
NORMAL = 1


class Screen:
    """An Xvfb of our own on the first free number. Skips the test, visibly, where there is none."""

    def __init__(self, size="1920x1080"):
        if not shutil.which("Xvfb"):
            raise unittest.SkipTest("Xvfb is not installed (package xvfb)")
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading, "rb") as number:
            self.display = ":" + number.readline().decode().strip()
        if self.display == ":":
            raise world.Failed("Xvfb did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(world.STOP_S)

    def environment(self):
        """What a program needs to be drawn here, by the processor."""
        return {**os.environ, "DISPLAY": self.display, "LIBGL_ALWAYS_SOFTWARE": "1", "LP_NUM_THREADS": "1"}

    # ---- what a window manager would do

    def iconify(self, title):
        self.set_state(title, ICONIC)

    def restore(self, title):
        self.set_state(title, NORMAL)

    def set_state(self, title, state):
        with self.connection() as (x, display):
            window = self.find(x, display, title)
            name = x.XInternAtom(display, b"WM_STATE", 0)
            words = (ctypes.c_ulong * 2)(state, 0)
            x.XChangeProperty(display, window, name, name, 32, 0, ctypes.cast(words, ctypes.c_char_p), 2)
            (x.XUnmapWindow if state == ICONIC else x.XMapWindow)(display, window)
            x.XSync(display, 0)

    def find(self, x, display, title):
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        x.XQueryTree(display, x.XDefaultRootWindow(display), ctypes.byref(root), ctypes.byref(parent),
                     ctypes.byref(children), ctypes.byref(count))
        for i in range(count.value):
            name = ctypes.c_char_p()
            if x.XFetchName(display, children[i], ctypes.byref(name)) and name.value == title.encode():
                return children[i]
        raise world.Failed(f"there is no window {title}")

    @contextlib.contextmanager
    def connection(self):
        x = ctypes.CDLL(ctypes.util.find_library("X11"))
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XDefaultRootWindow.restype = x.XInternAtom.restype = ctypes.c_ulong
        x.XDefaultRootWindow.argtypes = x.XCloseDisplay.argtypes = [ctypes.c_void_p]
        x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        x.XUnmapWindow.argtypes = x.XMapWindow.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        x.XFetchName.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(ctypes.c_char_p)]
        x.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_void_p] * 4
        x.XChangeProperty.argtypes = [ctypes.c_void_p] + [ctypes.c_ulong] * 3 + [ctypes.c_int] * 2 + [
            ctypes.c_char_p, ctypes.c_int]
        display = x.XOpenDisplay(self.display.encode())
        if not display:
            raise world.Failed(f"no connection to display {self.display}")
        try:
            yield x, display
        finally:
            x.XCloseDisplay(display)
