// Only in sanitizer builds. Mesa's loader keeps 112 bytes when it is closed, in a library that is
// gone when leaks are counted and so cannot be named in a suppression. The libraries of the
// wallboard are checked for leaks by their own tests, which load no OpenGL.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __asan_default_options();  // NOLINT: the name is the sanitizer's.
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif
