#pragma once

#include <chrono>
#include <string>

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// A reason of the collector as the wall tells it: shorter than its own sentence, largest word
/// first.
struct ReasonWords {
    std::string because;  ///< "because a source is silent"
    std::string subject;  ///< "pbx1"
    std::string text;     ///< "silent since 16:41:07, before close"
    std::string remedy;   ///< "restore it, or sign with this exception"
    bool blind = false;   ///< Nothing is known from `since` on.
};

/// True if the reason leaves a doubt; "unreturned" is proof, not doubt.
bool is_doubt(const DayReason& reason);

/// Codes that are not known here are told in the collector's own sentence.
ReasonWords words_of(const DayReason& reason, const Day& day, std::chrono::seconds utc_offset);

}  // namespace wallboard
