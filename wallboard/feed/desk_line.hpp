#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "wallboard/feed/feed.hpp"
#include "wallboard/model/desk/order.hpp"
#include "wallboard/model/desk/rows.hpp"
#include "wallboard/model/page.hpp"

namespace wallboard {

/// What the desk looks at: decides which questions are asked.
struct DeskWish {
    Page page = Page::returns;
    std::string location;                ///< Of pages that show one.
    std::vector<std::string> locations;  ///< All of the board: whose people are asked for.
    std::uint64_t revision = 0;          ///< Of the board: when it has changed, rows may have too.
    Instant now{};                       ///< The board's time.
    bool operator==(const DeskWish&) const = default;
};

/// A signature, or why there is none: "this passphrase does not open it".
struct Signed {
    std::string signature;  ///< Ed25519, 64 bytes.
    std::string fault;
};
/// Opens the person's key with the passphrase and signs. May take a second; called from the line's
/// thread.
using SignText = std::function<Signed(const std::string& text, std::string_view passphrase)>;

/// The desk's own connection, on a thread of its own beside the feed: asks for rows, one question
/// at a time, and sends orders, again every two seconds with the same command id until there is an
/// answer, so that nothing is recorded twice and nothing is lost while the collector is away.
/// Opening a key to sign takes a second; the feed must not wait for it.
///
/// Rows are asked for, not pushed: what a key may see is decided once, where questions are judged,
/// and a desk that looks at one page asks for that page only, at most once a second.
class DeskLine {
public:
    /// `wake` is called from the line's thread after each answer.
    DeskLine(const FeedSettings& settings, SignText sign, std::function<void()> wake);
    ~DeskLine();  ///< Stops within 100 ms, or when a key that is being opened is open.
    DeskLine(const DeskLine&) = delete;
    DeskLine& operator=(const DeskLine&) = delete;

    void look_at(DeskWish wish);
    /// At most 64 wait; more are refused at once, as an outcome.
    void give(desk::Order order);

    std::shared_ptr<const desk::Rows> rows() const;
    std::vector<desk::Outcome> take_outcomes();

private:
    void run();

    FeedSettings settings_;
    SignText sign_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    DeskWish wish_;
    std::vector<desk::Order> given_;
    std::size_t on_their_way_ = 0;  ///< Taken from there, and not answered yet.
    std::vector<desk::Outcome> outcomes_;
    std::shared_ptr<const desk::Rows> rows_ = std::make_shared<desk::Rows>();
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace wallboard
