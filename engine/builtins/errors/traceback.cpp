// Exceptions and their tracebacks as CPython prints them: the interpreter itself until 3.12, its
// traceback module since 3.13.

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "engine/builtins/errors/carets.h"
#include "engine/builtins/errors/errors.h"
#include "engine/builtins/errors/suggestions.h"
#include "engine/machine/native.h"
#include "engine/machine/run_texts.h"
#include "engine/machine/vm.h"
#include "engine/machine/warnings.h"
#include "engine/objects/containers.h"
#include "engine/objects/frame.h"
#include "engine/objects/text.h"
#include "engine/syntax/keyword_typos.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {
namespace {

constexpr int kMaxGroupWidth = 15, kMaxGroupDepth = 10;
constexpr int kMaxEntries = 1000;  // of a traceback: the last ones are shown
constexpr int kRepeatsShown = 3;

constexpr std::string_view kCause =
    "The above exception was the direct cause of the following exception:\n";
constexpr std::string_view kContext =
    "During handling of the above exception, another exception occurred:\n";

struct Place {
  const CodeObject* code;
  int line;
  uint32_t offset;
  bool operator==(const Place& other) const {
    return line == other.line && code->file == other.code->file &&
           code->name->view() == other.code->name->view();
  }
};

// Where the entries of a traceback are, outermost first; not those of the engine itself.
std::vector<Place> places_of(Value traceback) {
  std::vector<Place> places;
  for (const Traceback* entry = as_if<Traceback>(traceback); entry;
       entry = as_if<Traceback>(entry->next)) {
    const Frame* frame = frame_of(entry->frame);
    if (!frame || frame->native) continue;
    const CodeObject* code = static_cast<const PyFrame*>(frame)->code;
    if (!code || !code->file || entry->offset >= code->code->positions.size()) continue;
    places.push_back({code, code->code->positions[entry->offset].line, entry->offset});
  }
  if (places.size() > size_t(kMaxEntries)) places.erase(places.begin(), places.end() - kMaxEntries);
  return places;
}

// Of a traceback's entries so many: the first, or the last where the number is negative.
void keep(std::vector<Place>& places, std::optional<int64_t> limit) {
  if (!limit) return;
  const int64_t size = int64_t(places.size());
  if (*limit >= 0)
    places.resize(size_t(std::min(*limit, size)));
  else
    places.erase(places.begin(), places.end() - std::min(-*limit, size));
}

// What a program sees of an entry: its source, and carets under it.
std::vector<std::string> source_of(const Place& place, bool by_module) {
  if (place.code->hidden) return {};  // its text is not kept
  const ast::Position& position = place.code->code->positions[place.offset];
  if (since(Version::V3_13) && by_module) return marked_lines(position);
  std::string_view source = program_line(place.line);
  if (source.empty()) return {};
  std::vector<std::string> lines = {std::string(source)};
  if (since(Version::V3_13)) return lines;
  std::string carets = caret_line(whole_program_line(place.line), position);
  if (!carets.empty()) lines.push_back(std::move(carets));
  return lines;
}

class Printer {
 public:
  explicit Printer(PrintedBy by, std::optional<int64_t> limit = {})
      : limit_(limit),
        by_(by == PrintedBy::Interpreter && since(Version::V3_13) ? PrintedBy::TracebackModule
                                                                  : by),
        in_python_(by_ == PrintedBy::TracebackModule),
        suggests_(by == PrintedBy::Interpreter || since(Version::V3_12)) {}
  void print_with_chain(const Exception* exception);
  void entries(Value traceback);
  void message(const Exception* exception);
  std::string take() { return std::move(out_); }

 private:
  void indent() { out_.append(size_t(2 * depth_), ' '); }
  void margin() {
    indent();
    if (depth_) out_ += "| ";
  }
  void print(const Exception* exception);
  void print_single(const Exception* exception);
  void print_group(const Exception* exception);
  void repeated(int count);
  void notes(Value notes);
  bool syntax_error(const Exception* exception, std::string& message);

  std::string out_;
  std::optional<int64_t> limit_;
  PrintedBy by_;
  bool in_python_;
  bool suggests_;
  int depth_ = 0;  // of nested groups
  bool need_close_ = false;
  std::unordered_set<const Exception*> seen_;
};

void Printer::repeated(int count) {
  count -= kRepeatsShown;
  if (by_ == PrintedBy::TracebackModule) margin();  // the interpreter forgets it
  out_ += concat({"  [Previous line repeated ", std::to_string(count), " more time",
                  count > 1 ? "s" : "", "]\n"});
}

void Printer::entries(Value traceback) {
  std::vector<Place> places = places_of(traceback);
  keep(places, limit_);
  const Place* last = nullptr;
  int count = 0;
  for (const Place& place : places) {
    if (!last || !(*last == place)) {
      if (count > kRepeatsShown) repeated(count);
      last = &place;
      count = 0;
    }
    if (++count > kRepeatsShown) continue;
    margin();
    out_ += concat({"  File \"", place.code->file->view(), "\", line ", std::to_string(place.line),
                    ", in ", place.code->name->view(), "\n"});
    for (const std::string& line : source_of(place, by_ == PrintedBy::TracebackModule)) {
      margin();
      out_ += concat({"    ", line, "\n"});
    }
  }
  if (count > kRepeatsShown) repeated(count);
}

std::string_view stripped_left(std::string_view text) {
  size_t begin = text.find_first_not_of(" \t\f");
  return begin == text.npos ? std::string_view() : text.substr(begin);
}

// Which keyword was meant, as compile() left what is needed to say so.
std::optional<SyntaxError> meant_keyword(const Exception* exception, const Tuple* where,
                                         std::string_view message) {
  const Value kept =
      exception->attributes ? dict_get(exception->attributes, intern("_metadata")) : Value();
  const Tuple* from = kept ? as_if<Tuple>(kept) : nullptr;
  if (!from || from->size != 3 || !from->items[0].is_int() || !is<Str>(from->items[2])) return {};
  SyntaxError error;
  error.message = message;
  error.line = int(where->items[1].as_int());
  error.statement_line = int(from->items[0].as_int());
  return misspelled_keyword(error, text_of(from->items[2]), vm().version, false);
}

// A SyntaxError that says where: its own place, its line and a caret; and what it says.
bool Printer::syntax_error(const Exception* exception, std::string& message) {
  if (!is_subtype(exception->type, types.SyntaxError)) return false;
  const Tuple* args = as<Tuple>(exception->args);
  const Tuple* where = args->size == 2 ? as_if<Tuple>(args->items[1]) : nullptr;
  if (!where || where->size < 4 || !where->items[1].is_int()) return false;
  append_str(message, args->items[0]);
  const Str* file = as_if<Str>(where->items[0]);
  int64_t place = where->items[1].as_int(), begin = 0, end = 0;
  std::string text;
  const bool has_text = is<Str>(where->items[3]) && where->items[2].is_int();
  if (has_text) {
    text = text_of(where->items[3]);
    begin = where->items[2].as_int();
    end = where->size >= 6 && where->items[5].is_int() ? where->items[5].as_int() : 0;
  }
  if (auto meant = meant_keyword(exception, where, message)) {
    message = meant->message;
    text = meant->text;
    place = meant->line;
    begin = meant->offset;
    end = meant->end_offset;
  }
  margin();
  out_ += concat(
      {"  File \"", file ? file->view() : "<string>", "\", line ", std::to_string(place), "\n"});
  if (!has_text) return true;
  std::string_view line = stripped_left(text);
  int64_t offset = begin - 1 - int64_t(text.size() - line.size());
  while (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  margin();
  out_ += concat({"    ", line, "\n"});
  if (offset >= 0) {
    offset = std::min<int64_t>(offset, int64_t(line.size()));
    const size_t width = size_t(std::max<int64_t>(1, end - begin));
    margin();
    out_ += "    " + std::string(size_t(offset), ' ') + std::string(width, '^') + "\n";
  }
  return true;
}

void Printer::message(const Exception* exception) {
  std::string text;
  const bool placed = syntax_error(exception, text);
  margin();
  const Type* type = exception->type;
  std::string_view module = is<Str>(type->module) ? text_of(type->module) : "<unknown>";
  if (module != "builtins" && module != "__main__") out_ += concat({module, "."});
  out_ += text_of(type->qualname);
  if (!placed) text = exception_text(exception);
  // Within a group each line of what is said stands behind its branch.
  for (size_t at = 0; depth_ && in_python_ && (at = text.find('\n', at)) != std::string::npos;) {
    std::string before(size_t(2 * depth_), ' ');
    before += "| ";
    text.insert(++at, before);
    at += before.size();
  }
  if (!text.empty()) out_ += concat({": ", text});
  if (suggests_) out_ += suggestion_for(exception);
  out_ += '\n';
  if (exception->notes && !exception->notes.is_none()) notes(exception->notes);
}

void Printer::notes(Value notes) {
  auto write = [this](std::string_view text) {
    while (!text.empty()) {
      size_t end = text.find('\n');
      end = end == text.npos ? text.size() : end + 1;
      margin();
      out_ += text.substr(0, end);
      text.remove_prefix(end);
    }
    out_ += '\n';
  };
  const List* list = as_if<List>(notes);
  const Tuple* tuple = as_if<Tuple>(notes);
  // A sequence as well, of its characters, until 3.13.
  if (const Str* text = as_if<Str>(notes); text && !since(Version::V3_13)) {
    for (const char *at = text->data, *end = at + text->size; at < end;) {
      const char* begin = at;
      utf8::decode(at);
      write({begin, size_t(at - begin)});
    }
    return;
  }
  if (!list && !tuple) {
    std::string text;
    append_repr(text, notes);
    margin();
    out_ += text + '\n';
    return;
  }
  const Value* items = list ? list->items : tuple->items;
  for (uint32_t i = 0, size = list ? list->size : tuple->size; i < size; ++i) {
    std::string text;
    if (!append_str(text, items[i])) {
      take_pending();
      text = "<note str() failed>";
    }
    write(text);
  }
}

void Printer::print_single(const Exception* exception) {
  if (exception->traceback && limit_ != 0) {
    indent();
    if (is_subtype(exception->type, types.BaseExceptionGroup)) {
      if (depth_) out_ += depth_ == 1 ? "+ " : "| ";
      out_ += "Exception Group Traceback (most recent call last):\n";
    } else {
      if (depth_) out_ += "| ";
      out_ += "Traceback (most recent call last):\n";
    }
    entries(exception->traceback);
  }
  message(exception);
}

void Printer::print_group(const Exception* group) {
  if (depth_ > kMaxGroupDepth) {
    margin();
    out_ += concat({"... (max_group_depth is ", std::to_string(kMaxGroupDepth), ")\n"});
    return;
  }
  bool outermost = depth_ == 0;
  if (outermost) ++depth_;
  print_single(group);
  const Tuple* members = as<Tuple>(group->extra[1]);
  int size = int(members->size);
  int shown = std::min(size, kMaxGroupWidth + 1);
  need_close_ = false;
  for (int i = 0; i < shown; ++i) {
    bool last = i == shown - 1, truncated = i >= kMaxGroupWidth;
    if (last) need_close_ = true;  // an inner group that comes last closes for this one too
    indent();
    out_ += concat({i == 0 ? "+-" : "  ", "+---------------- ",
                    truncated ? std::string("...") : std::to_string(i + 1), " ----------------\n"});
    ++depth_;
    if (truncated) {
      int left = size - kMaxGroupWidth;
      margin();
      out_ += concat({"and ", std::to_string(left), " more exception", left > 1 ? "s" : "", "\n"});
    } else {
      print_with_chain(as<Exception>(members->items[i]));
    }
    if (last && need_close_) {
      indent();
      out_ += "+------------------------------------\n";
      need_close_ = false;
    }
    --depth_;
  }
  if (outermost) --depth_;
}

void Printer::print(const Exception* exception) {
  bool group =
      is_subtype(exception->type, types.BaseExceptionGroup) && is<Tuple>(exception->extra[1]);
  if (group) {
    print_group(exception);
  } else {
    print_single(exception);
  }
}

// The oldest first. A chain may be long, so that it is followed without recursion.
void Printer::print_with_chain(const Exception* exception) {
  struct Link {
    const Exception* exception;
    std::string_view sentence;  // before the one that came after it
  };
  std::vector<Link> chain;
  seen_.insert(exception);
  for (const Exception* at = exception;;) {
    Value older = at->cause ? at->cause : at->suppress_context ? Value{} : at->context;
    std::string_view sentence = at->cause ? kCause : kContext;
    const Exception* next = as_if<Exception>(older);
    if (!next || !seen_.insert(next).second) break;
    chain.push_back({next, sentence});
    at = next;
  }
  bool need_close = std::exchange(need_close_, false);
  for (size_t i = chain.size(); i-- > 0;) {
    print(chain[i].exception);
    margin();
    out_ += '\n';
    margin();
    out_ += chain[i].sentence;
    margin();
    out_ += '\n';
  }
  need_close_ = need_close;
  print(exception);
}

}  // namespace

std::string format_exception(const Exception* exception, PrintedBy by,
                             std::optional<int64_t> limit) {
  Printer printer(by, limit);
  printer.print_with_chain(exception);
  vm().texts.exceptions.clear();  // with their frames
  return printer.take();
}

std::string format_exception_only(const Exception* exception) {
  Printer printer(PrintedBy::TracebackModule);
  printer.message(exception);
  std::string text = printer.take();
  text.pop_back();
  return text;
}

std::string format_traceback(Value traceback, PrintedBy by) {
  Printer printer(by);
  printer.entries(traceback);
  return printer.take();
}

Ref traceback_places(Value traceback) {
  Ref list = new_list();
  for (const Place& place : places_of(traceback)) {
    std::string source;
    for (const std::string& line : source_of(place, true)) source += concat({"    ", line, "\n"});
    const ast::Position& position = place.code->code->positions[place.offset];
    Ref shown = new_str(source);
    const Value values[] = {Value::of(place.code->file),       Value::of_int(place.line),
                            Value::of(place.code->name),       shown,
                            Value::of_int(position.end_line),  Value::of_int(position.column),
                            Value::of_int(position.end_column)};
    Ref tuple = new_tuple(std::span<const Value>(values));
    list_append(as<List>(list), tuple);
  }
  return list;
}

// --- text that only the program can make ---

Native prepare_exception_text(Ref exception) {
  // Everything that may be printed, each once. What is kept holds a reference, so that no other
  // exception can come to lie where it was.
  std::vector<Ref> reachable(1, exception);
  std::unordered_set<const Object*> known = {exception.get().object()};
  auto add = [&](Value value) {
    if (value && is<Exception>(value) && known.insert(value.object()).second) {
      reachable.push_back(value);
    }
  };
  RunTexts& texts = vm().texts;
  texts.exceptions.clear();
  for (size_t i = 0; i < reachable.size(); ++i) {
    Ref at = reachable[i];
    const Exception* each = as<Exception>(at);
    add(each->cause);
    add(each->context);
    if (is_subtype(each->type, types.BaseExceptionGroup) && is<Tuple>(each->extra[1])) {
      const Tuple* members = as<Tuple>(each->extra[1]);
      for (uint32_t j = 0; j < members->size; ++j) add(members->items[j]);
    }
    std::string quick;
    if (append_str(quick, at)) continue;
    take_pending();
    Ref text = co_await str_of(at);
    if (text) {
      quick = text_of(text);
    } else {
      take_pending();
      quick = "<exception str() failed>";
    }
    vm().texts.exceptions.push_back({at, quick});
  }
  co_return Value::none();
}

std::string exception_text(const Exception* exception) {
  for (const PreparedText& prepared : vm().texts.exceptions) {
    if (prepared.exception.get() == Value::of(exception)) return prepared.text;
  }
  Ref saved = take_pending();
  std::string text;
  if (!append_str(text, Value::of(exception))) {
    take_pending();
    text = "<exception str() failed>";
  }
  restore_pending(std::move(saved));
  return text;
}

}  // namespace awaitscope
