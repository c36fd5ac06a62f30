#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace callwatch::asterisk {

/// How numbers are dialled and shown at this telephone system.
struct DialPlanSettings {
    std::string country = "NZ";  ///< ISO 3166: how a number without a country code is read.
    std::vector<std::string> outside_prefixes;      ///< Dialled first for an outside line: "9".
    std::vector<std::size_t> extension_lengths{3};  ///< Digits of an internal number.
    /// What stands where a number is withheld or not known. Compared without regard to case.
    std::vector<std::string> withheld{"anonymous",   "<anonymous>", "restricted", "private",
                                      "unavailable", "unknown",     "<unknown>",  "withheld"};
};

/// Where and as whom the bridge reaches the manager interface.
struct ManagerSettings {
    std::string host;
    std::uint16_t port = 5038;
    std::string username;
    std::filesystem::path secret_file;
    std::string secret;  ///< Read from the file where a connection will be made; else empty.
    bool plain_login = false;
    bool tls = false;
    std::string tls_name;
    std::string tls_ca_file;
};

/// How mailboxes are listed.
enum class MailboxLists : std::uint8_t {
    automatic,  ///< VoicemailBoxSummary where it is offered, else the spool.
    summary,
    spool,
    none,
};

struct VoicemailSettings {
    std::filesystem::path spool = "/var/spool/asterisk/voicemail";
    MailboxLists lists = MailboxLists::automatic;
    std::chrono::milliseconds poll_every{1'000};  ///< Where the kernel gives no hints.
};

/// One Asterisk, as its bridge needs to know it: config/examples/live/asterisk.toml has every key.
struct Settings {
    std::string source_id = "pbx1";
    std::string pbx_id = "pbx1";  ///< Scope of every id that is sent: "pbx1/main-line".
    DialPlanSettings dial_plan;
    /// A channel named <prefix><extension>-... or <prefix><extension>@... is a telephone of staff.
    std::vector<std::string> staff_channel_prefixes{"PJSIP/", "Local/"};
    std::vector<std::string> trunk_channel_prefixes{"PJSIP/trunk"};
    std::vector<std::string> operator_extensions;  ///< Answer the main number: "100".
    std::vector<std::string> ivr_contexts;         ///< Dial plan contexts that are menus.
    /// Context of a mailbox that the voicemail spool names without one.
    std::string mailbox_context = "default";

    std::string events_endpoint = "tcp://127.0.0.1:7701";
    std::string control_endpoint = "tcp://127.0.0.1:7702";
    std::filesystem::path key_file;  ///< Empty: connections carry no keys.
    std::string server_key;
    std::string spool_dir;

    std::optional<ManagerSettings> manager;  ///< Only a live connection needs it.
    VoicemailSettings voicemail;
};

}  // namespace callwatch::asterisk
