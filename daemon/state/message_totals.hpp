#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "daemon/model/types.hpp"
#include "daemon/state/quarter_hour.hpp"

namespace callwatch {

struct Message;

/// What the messages of one location come to, kept up to date as facts are applied: a board row
/// asks for it after every event, and must not count thousands of messages for that. Equal to
/// counting them all (tests/property).
class MessageTotals {
public:
    /// Of one due date; those that ask for nothing (MessageNoDuty) apart.
    struct OnDate {
        std::uint32_t all = 0;  ///< Everything that is due then, also what asks for nothing.
        std::uint32_t open = 0;
        std::uint32_t returned = 0;
        std::uint32_t resolved = 0;
        std::uint32_t still_new = 0;  ///< Returned, and still new in the mailbox.
        bool operator==(const OnDate&) const = default;
    };

    /// Duties by the quarter of an hour in which they came and were closed; taken back where one is
    /// opened again.
    struct InQuarter {
        std::uint32_t left = 0;
        std::uint32_t closed = 0;
        bool operator==(const InQuarter&) const = default;
    };

    void add(const Message& message);
    /// Exactly as it was added.
    void remove(const Message& message);

    std::uint32_t open() const { return open_; }
    std::uint32_t overdue() const { return overdue_; }      ///< Open, the violation raised.
    std::uint32_t attempted() const { return attempted_; }  ///< Open, and tried.
    /// Different callers of open messages; withheld ones count each.
    std::uint32_t callers() const
    {
        return static_cast<std::uint32_t>(callers_.size()) + anonymous_;
    }
    OnDate due_on(LocalDate date) const;
    std::uint32_t open_due_after(LocalDate date) const;
    std::uint32_t open_in(const MailboxId& mailbox) const;
    /// When the oldest open message was received.
    std::optional<Instant> oldest() const;
    std::optional<Instant> oldest_overdue() const;
    /// The first deadline of an open message that is not overdue.
    std::optional<Instant> next_deadline() const;
    /// Quarters in which nothing came and nothing was closed are left out.
    const std::map<QuarterHour, InQuarter>& quarters() const { return quarters_; }

    bool operator==(const MessageTotals&) const = default;

private:
    void count(const Message& message, int by);
    void count_in_quarter(std::uint32_t InQuarter::*what, Instant at, int by);

    std::uint32_t open_ = 0;
    std::uint32_t overdue_ = 0;
    std::uint32_t attempted_ = 0;
    std::uint32_t anonymous_ = 0;
    std::map<LocalDate, OnDate> dates_;
    std::map<SharedText, std::uint32_t> callers_;
    std::map<Instant, std::uint32_t> received_;
    std::map<Instant, std::uint32_t> received_overdue_;
    std::map<Instant, std::uint32_t> deadlines_;
    std::map<QuarterHour, InQuarter> quarters_;
    std::map<MailboxId, std::uint32_t> mailboxes_;  ///< Those with open messages.
};

}  // namespace callwatch
