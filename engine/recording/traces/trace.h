#pragma once
// A whole recording as text: for people, for the conformance tests, and for Perfetto.

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/recording/events/recording.h"
#include "engine/recording/events/run_end.h"

namespace awaitscope {

enum class TraceLines { Left, Written };  // are lines run among the events?

// What the conformance tests compare, the schema of their oracle:
// {"python", "exit", "stdout", "stderr", "events": [[kind, function, line, turn, time], ...]}
// kind is start, suspend, resume, return, raise, line or out; out events that follow one another
// are one. The module's own frame has lines, and nothing else.
std::string trace_json(const Recording& recording, const RunEnd& end, TraceLines lines);

// As a value: the word, or else the exit status.
class JsonWriter;
void write_end(JsonWriter& json, const RunEnd& end);

// Standard error without the lines of carets under source lines of tracebacks, and without entries
// of other files, as the oracle has it. The carets of a SyntaxError stay.
std::string without_carets(std::string_view err);

// One line for each event, the depth of calls as indentation. Each line run stands with its text
// from the source.
std::string trace_text(const Recording& recording, const RunEnd& end, TraceLines lines,
                       std::string_view source);

// The Trace Event Format: a track for the program, one for the loop, one for each task; slices for
// frames that run and for waiting, arrows from what scheduled a callback to its run. Time is the
// virtual time, and each event takes a microsecond more.
// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
std::string trace_chrome(const Recording& recording);

// A Mermaid sequence diagram of the run's begin: who makes, runs, wakes and cancels whom, with
// calls, results and what is printed. https://mermaid.js.org/syntax/sequenceDiagram.html
std::string trace_mermaid(const Recording& recording);

// How many events trace_json would give for the recording's events from `from` on, lines apart.
struct TraceCount {
  size_t events = 0, lines = 0;
};
TraceCount count_trace(const Recording& recording, size_t from);

}  // namespace awaitscope
