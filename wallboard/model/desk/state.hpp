#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/desk/form.hpp"
#include "wallboard/model/desk/rows.hpp"
#include "wallboard/model/explain/figure_ref.hpp"
#include "wallboard/model/page.hpp"

namespace wallboard::desk {

/// Who sits at the desk, as the key file says. What the key may do the collector decides.
struct Me {
    std::string person;  ///< Id; empty: no key, so nothing can be recorded.
    std::string role;    ///< "staff", "supervisor", "manager", ...

    bool is_staff() const { return role == "staff"; }
    bool supervises() const { return role == "supervisor" || role == "manager"; }
    bool manages() const { return role == "manager"; }
};

/// One order and what is known of it; shown until a new one, or Esc.
struct Notice {
    Order order;
    std::optional<Outcome> outcome;  ///< Nothing: pending.
};

/// Numbers that were unmasked are shown for so long, and then never again without another record.
constexpr Micros shown_for = std::chrono::seconds{60};

struct Unmasked {
    std::string message;
    std::string number;
    Instant until{};
};

constexpr std::size_t unmasked_max = 16;  ///< The oldest goes before its minute is over.

/// Drafts that were left with Esc, newest last; the oldest is forgotten.
constexpr std::size_t drafts_max = 16;
/// As many orders as wait for an answer (feed/desk_line.hpp); answered ones go first.
constexpr std::size_t notices_max = 64;

/// A place on the window, in u.
struct Spot {
    float x = 0;
    float y = 0;
};

/// Where the mouse rests, and since when.
struct Pointer {
    Spot at;
    Micros since{};
    bool spent = false;  ///< A key was pressed since, or something clicked.
};

constexpr std::size_t rows_max = 10'000;  ///< Of all lists of a page together.

/// The order of one list, to be found again among other rows.
struct KeptList {
    std::vector<std::string> ids;  ///< At most rows_max.
    /// Where each of them stood among the rows as they were ordered then; empty: there.
    std::vector<std::uint32_t> places;
    std::size_t moved = 0;  ///< So many would have stood elsewhere.
};

/// The order in which the rows of a page were shown last, and what was looked at.
struct KeptOrder {
    Page page = Page::returns;
    std::string location;
    std::string find;
    std::array<KeptList, 2> lists;
    std::string selected;
};

/// Nobody looks at a list for longer without a key or a click; then it is ordered anew by itself.
constexpr Micros left_alone_after = std::chrono::seconds{60};

/// Everything the desk remembers; changed by press(), settle(), forget(), keep_order() and what
/// hover.hpp has, and by nothing else.
struct State {
    Me me;
    Page page = Page::returns;
    std::string location;  ///< Chosen; empty: all, or the first where a page is of one location.
    std::map<Page, std::string> selected;  ///< Row of each page, by id.
    std::optional<KeptOrder> kept;
    Instant touched_at{};  ///< The last key or click; before any, the first rows.
    bool is_finding = false;
    TextField find;
    std::optional<Form> form;
    std::vector<Form> drafts;
    std::vector<Notice> notices;
    std::vector<Unmasked> unmasked;
    std::uint64_t orders = 0;            ///< Given so far.
    std::optional<FigureRef> explained;  ///< F1: the figure whose card lies over the page.
    std::optional<Pointer> pointer;      ///< Nothing: not on the window.
    std::optional<FigureRef> hovered;    ///< The same, because the pointer rests on it.

    const std::string& selection() const;
    const Notice* pending(std::string_view subject) const;  ///< On its way, about this subject.
};

}  // namespace wallboard::desk
