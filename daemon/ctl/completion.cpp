#include "daemon/ctl/completion.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace callwatch::ctl {
namespace {

/// Words that may follow: the commands of `app`, and the long names of its options.
std::string words_of(const CLI::App& app)
{
    std::string words;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        words += command->get_name() + " ";
    }
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
    }
    return words;
}

/// A case for `app` and for everything below it; `path` is what was typed to get there.
void add_cases(std::string& script, const CLI::App& app, const std::string& path)
{
    script += fmt::format("        '{}') words='{}' ;;\n", path, words_of(app));
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        add_cases(script, *command, path + "/" + command->get_name());
    }
}

void add_commands(std::string& pattern, const CLI::App& app)
{
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        pattern += (pattern.empty() ? "" : "|") + command->get_name();
        add_commands(pattern, *command);
    }
}

}  // namespace

std::string bash_completion(const CLI::App& app)
{
    const std::string& program = app.get_name();
    std::string cases;
    add_cases(cases, app, "");
    std::string commands;
    add_commands(commands, app);
    return fmt::format(R"(# Completion of {0} for bash: source <({0} --completion bash)
_{0}()
{{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} path='' words='' i
    case $before in
        --data|--ipc|--out) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --key|--server-key|--passphrase-file|--daemon-key|--head|--export|--html) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --completion) COMPREPLY=(bash); return ;;
    esac
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case ${{COMP_WORDS[i]}} in {1}) path+="/${{COMP_WORDS[i]}}" ;; esac
    done
    case $path in
{2}    esac
    [ "$path" = '' ] || [[ $word != -* ]] || words+='{3}'
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}}
complete -F _{0} {0}
)",
                       program, commands, cases, words_of(app));
}

}  // namespace callwatch::ctl
