#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "daemon/audit/report.hpp"
#include "daemon/ctl/export_lines.hpp"
#include "daemon/ctl/local_times.hpp"

namespace callwatch::ctl {

/// Takes the page in pieces, so that a year of it is never one text.
using WritePage = std::function<void(std::string_view)>;

/// The records of an export as one HTML page: nothing is loaded, no script runs, it prints. Times
/// are those of the header's zone.
void write_page(const Report& report, const ExportHeader& header, const WritePage& write);

/// `text` as it may stand in HTML.
std::string html(std::string_view text);

/// Departures as a section of the page; empty if there are none.
std::string departures_html(const Report& report, const LocalTimes& times);

/// "proved", or why not, with its class.
std::string outcome_html(const SignatureOutcome& outcome);

}  // namespace callwatch::ctl
