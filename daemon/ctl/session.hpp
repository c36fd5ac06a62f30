#pragma once

#include <chrono>
#include <functional>
#include <istream>
#include <ostream>
#include <string>

#include "daemon/ctl/credentials.hpp"
#include "daemon/ctl/local_times.hpp"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/request_client.hpp"
#include "daemon/model/exit_code.hpp"

namespace CLI {
class App;
}

namespace callwatch::ctl {

/// What every command is given: where to ask, and how and where to write.
struct Session {
    std::string requests;               ///< Endpoint of the daemon's requests socket.
    std::string board;                  ///< Of its board socket.
    std::chrono::milliseconds timeout;  ///< For each request.
    bool json = false;
    Look look;
    std::ostream& out;
    std::ostream& err;
    Credentials& credentials;
    std::istream* in = nullptr;  ///< For a question; null: nobody answers.

    /// Throws Failure, also for a key that cannot be used.
    RequestClient client() const { return {requests, timeout, credentials.client_keys()}; }
};

/// What a command does once the command line is read. Returns the exit code; throws Failure.
using Action = std::function<int(const Session&)>;

// Each command adds itself to the command line and, when it is the one that was typed, puts what it
// does into `action`. Both live until the action has run.
void add_status(CLI::App& app, Action& action);
void add_queues(CLI::App& app, Action& action);
void add_messages(CLI::App& app, Action& action);
void add_message(CLI::App& app, Action& action);
void add_day(CLI::App& app, Action& action);
void add_day_sign(CLI::App& day, Action& action);
void add_departure(CLI::App& app, Action& action);
void add_alarm(CLI::App& app, Action& action);
void add_staff(CLI::App& app, Action& action);
void add_attest(CLI::App& app, Action& action);
void add_standards(CLI::App& app, Action& action);
void add_config(CLI::App& app, Action& action);
void add_number(CLI::App& message, Action& action);
void add_coverage(CLI::App& app, Action& action);
void add_main_line(CLI::App& app, Action& action);
void add_sources(CLI::App& app, Action& action);
void add_watch(CLI::App& app, Action& action);
void add_journal_print(CLI::App& journal, Action& action);
void add_journal_verify(CLI::App& journal, Action& action);
void add_audit(CLI::App& app, Action& action);
void add_audit_verify(CLI::App& audit, Action& action);
void add_audit_export(CLI::App& audit, Action& action);
void add_privacy(CLI::App& app, Action& action);
void add_key(CLI::App& app, Action& action);
void add_key_new(CLI::App& key, Action& action);
void add_key_admit(CLI::App& key, Action& action);

/// The zones of the locations, as the daemon knows them. Throws Failure.
LocalTimes ask_local_times(RequestClient& client);

}  // namespace callwatch::ctl
