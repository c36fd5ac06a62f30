#pragma once

namespace wallboard {

/// @FIGURES@ stands for the ids of all figures. For
/// ~/.local/share/bash-completion/completions/callwatch-wallboard.
constexpr const char* bash_completion = R"(_callwatch_wallboard() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    case $before in
        --mode) COMPREPLY=($(compgen -W "wall desk" -- "$word")); return ;;
        --theme) COMPREPLY=($(compgen -W "dark light" -- "$word")); return ;;
        --page) COMPREPLY=($(compgen -W "live returns end-of-day departures greetings team trends health" -- "$word")); return ;;
        --explain) COMPREPLY=($(compgen -W "@FIGURES@" -- "$word")); return ;;
        --size|--windowed) COMPREPLY=($(compgen -W "1280x720 1920x1080 3840x2160" -- "$word")); return ;;
        --config|--board|--answers|--passphrase-file|--screenshot|--key|--server-key) COMPREPLY=($(compgen -f -- "$word")); return ;;
        --ipc|--shots) COMPREPLY=($(compgen -d -- "$word")); return ;;
        --completion) COMPREPLY=($(compgen -W "bash" -- "$word")); return ;;
    esac
    COMPREPLY=($(compgen -W "--mode --config --ipc --key --server-key --passphrase-file --theme --monitor --windowed --screenshot --board
        --answers --keys --page --location --explain --tables --size --now --shots --every --exit-after --until-settled
        --print-frames --test-sound --completion --help --version" -- "$word"))
}
complete -F _callwatch_wallboard callwatch-wallboard
)";

}  // namespace wallboard
