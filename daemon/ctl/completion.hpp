#pragma once

#include <string>

namespace CLI {
class App;
}

namespace callwatch::ctl {

/// A script for bash that completes the commands and options of `app`, made from `app` itself:
/// `source <(callwatchctl --completion bash)`.
std::string bash_completion(const CLI::App& app);

}  // namespace callwatch::ctl
