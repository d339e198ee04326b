// What is said of a line that is about to run: what it does, from its instructions, and how that
// turns out, from what is recorded after it.

#include <algorithm>

#include "engine/recording/reading/explaining.h"
#include "engine/recording/reading/line_contents.h"

namespace awaitscope {

namespace {

using Action = LineContents::Action;

class LineExplaining : public Explaining {
 public:
  LineExplaining(const Reader& reader, const Recording& recording, size_t step)
      : Explaining(reader, recording, step),
        code_(recording.code_of(event_.subject)),
        has_(contents_of_line(code_, event_.offset())),
        me_(function(event_.subject)) {
    find_outcome();
  }

  Explanation explain() {
    if (!begins_line(event_)) {
      // An exception goes on here: to the end of a `with`, or in the midst of a line.
      const bool async = has_.ends_async_with && !has_.ends_with;
      say(!leaves_block(code_, event_.offset()) ? TextId::LineAgain
          : async                               ? TextId::LineAsyncBlockLeft
                                                : TextId::LineBlockLeft);
      return std::move(answer_);
    }
    const bool by_exception = is_reached_by_exception(code_, event_.offset());
    if (has_.ends_async_with || has_.ends_with) {
      say(has_.ends_async_with ? TextId::LineAsyncBlockOver : TextId::LineBlockOver);
    } else if (has_.catches || has_.catches_all) {
      except();
    } else if (by_exception && is_in_finally(code_, event_.offset())) {
      say(TextId::LineFinally);
    } else if (!has_.imports.empty()) {
      tell(TextId::LineImport, "what", listed(in_code(has_.imports)));
    } else if (has_.defines) {
      definition(*has_.defines);
    } else if (has_.async_with || has_.with) {
      const bool lacks = fails_ && !enters_;  // or what makes the manager has failed
      tell(has_.async_with ? (lacks ? TextId::LineAsyncWithNeeds : TextId::LineAsyncWith)
                           : (lacks ? TextId::LineWithNeeds : TextId::LineWith),
           "manager", has_.manager.empty() ? "its context manager" : in_code(has_.manager));
    } else if (has_.async_for) {
      say(TextId::LineAsyncFor);
    } else if (has_.loop) {
      loop();
    } else if (has_.raises) {
      raise();
    } else if (has_.yields) {
      const bool known = ends_with(EventKind::Suspend) && ends_in_next_step();
      tell(known ? TextId::LineYields : TextId::LineYield, "value",
           known ? value(end_->shown(), end_index_) : "");
    } else {
      actions();
    }
    return std::move(answer_);
  }

 private:
  std::string word(std::string_view name) const override {
    if (name == "which") return has_.later_round ? "the next" : "its first";
    if (name == "cause") return cause();
    if (name == "left") {
      const std::string exception = exception_before();
      return exception.empty() ? "an exception" : exception;
    }
    if (name == "then") return std::to_string(recording_.position(*end_).line);
    return Explaining::word(name);
  }
  void tell(TextId id, std::string_view name, std::string words) {
    set(name, std::move(words));
    say(id);
  }
  static std::vector<std::string> in_code(std::vector<std::string> names) {
    for (std::string& name : names) name = awaitscope::in_code(name);
    return names;
  }
  static std::string in_code(std::string_view name) { return awaitscope::in_code(name); }

  // --- how it turns out ---
  void find_outcome() {
    for (size_t i = index_ + 1; i < recording_.size() && !end_; ++i) {
      const Event& event = recording_[i];
      if (event.subject != event_.subject) continue;
      const EventKind kind = event.kind();
      if (kind == EventKind::Bind || kind == EventKind::BindName) {
        const bool local = kind == EventKind::Bind;
        const std::string& name =
            local ? code_.locals[event.offset()].name : code_.names[event.offset()];
        std::erase_if(bound_, [&](const auto& bound) { return bound.first == name; });
        if (!name.starts_with("__") && !name.starts_with('.')) bound_.emplace_back(name, i);
      } else if (kind == EventKind::Unbind || kind == EventKind::UnbindName) {
        // As `except ... as e` ends.
        if (!bound_.empty()) bound_.pop_back();
      } else if (is_of_frame(kind)) {
        if (!first_) first_ = &event;
        enters_ |= kind == EventKind::Enter || kind == EventKind::EnterAsync;
        const bool yields = kind == EventKind::Suspend &&
                            code_.instructions[event.offset()].opcode() != Opcode::SEND;
        if (kind == EventKind::Line || kind == EventKind::Return || kind == EventKind::Raise ||
            yields) {
          end_ = &event;
          end_index_ = i;
        }
      }
    }
    fails_ = end_ && goes_on_by_exception(*end_);
  }
  bool ends_with(EventKind kind) const { return end_ && end_->kind() == kind; }
  bool ends_in_next_step() const {
    return step_ + 1 < reader_.steps() && reader_.event_of(step_ + 1) == end_index_;
  }
  bool next_is_within(uint32_t begin, uint32_t end) const {
    return first_ && first_->offset() >= begin && first_->offset() < end;
  }

  // What comes in a later step is for that to tell: it may be asked for.
  bool is_of_this_step(size_t event) const {
    return step_ + 1 >= reader_.steps() || event < reader_.event_of(step_ + 1);
  }
  // "sets `y` to `0`", as far as it is recorded and known by the next step.
  std::string sets() const {
    std::vector<std::string> names;
    for (const auto& [name, event] : bound_) {
      if (names.size() == kMost) break;
      names.push_back(in_code(name));
      if (is_of_this_step(event)) names.back() += " to " + value(recording_[event].shown(), event);
    }
    if (names.empty() && end_ && !fails_) {
      for (const std::string& name : has_.sets) {
        if (names.size() < kMost) names.push_back(in_code(name));
      }
    }
    return names.empty() ? "" : "sets " + listed(names);
  }

  // --- statements ---
  void definition(const Code& made) {
    const bool generator = made.flags & Code::kGenerator;
    const TextId id = has_.builds_class                    ? TextId::LineClass
                      : made.flags & Code::kCoroutine      ? TextId::LineAsyncDef
                      : made.flags & Code::kAsyncGenerator ? TextId::LineAsyncGeneratorDef
                      : generator                          ? TextId::LineGeneratorDef
                                                           : TextId::LineDef;
    tell(id, "what", made.name);
  }

  void loop() {
    const bool takes = next_is_within(has_.loop, has_.loop_end);
    const bool ends = !takes && first_ && end_ && !fails_ && !next_is_within(0, has_.loop);
    if (!takes && !ends) return actions();
    if (has_.comprehension) return say(takes ? TextId::LineItem : TextId::LineItemsEnd);
    if (ends) return say(TextId::LineForEnds);
    const std::string sets = this->sets();
    tell(has_.later_round ? TextId::LineForNext : TextId::LineForFirst, "sets",
         sets.empty() ? "" : " and " + sets);
  }

  void raise() {
    if (has_.raises_again) return say(TextId::LineRaiseAgain);
    const bool known = first_ == end_ && ends_with(EventKind::Raise);
    tell(TextId::LineRaise, "value",
         known                 ? value(end_->shown(), end_index_)
         : has_.raised.empty() ? "an exception"
                               : in_code(has_.raised));
  }

  // --- exceptions ---
  // The line in whose place this handler runs, where it is certain.
  std::string cause() const {
    if (has_.catches_groups && !is_reached_by_exception(code_, event_.offset())) return "";
    std::string exception;
    for (size_t i = index_; i-- > 0;) {
      const Event& event = recording_[i];
      if (event.subject != event_.subject) continue;
      if (event.kind() == EventKind::Start) break;
      if (event.kind() == EventKind::Line && begins_line(event) &&
          !contents_of_line(code_, event.offset()).catches)  // only `except` that did not match
        break;
      if (event.kind() != EventKind::Caught) continue;
      exception = value(event.shown(), i);
      if (code_.instructions[event.offset()].opcode() == Opcode::RERAISE) continue;
      return "Line " + std::to_string(code_.positions[event.offset()].line) + " raised " +
             exception + ". ";
    }
    if (exception.empty()) exception = exception_before();
    return exception.empty() ? "" : exception + " arrives here. ";
  }

  void except() {
    const std::string caught =
        has_.caught.empty() ? "this `except`" : in_code("except " + has_.caught);
    if (has_.catches_all && !has_.catches) return say(TextId::LineExceptAll);
    if (has_.catches_groups) {
      return tell(TextId::LineExceptGroup, "caught",
                  has_.caught.empty() ? "" : " " + in_code(has_.caught));
    }
    TextId id = TextId::LineExcept;
    if (end_ && !has_.raises && has_.not_caught) {
      uint32_t other = has_.not_caught;
      while (other + 1 < code_.instructions.size() &&
             code_.instructions[other].opcode() != Opcode::LINE &&
             code_.instructions[other].opcode() != Opcode::RERAISE)
        ++other;
      const bool passes = ends_with(EventKind::Raise) || fails_ || end_->offset() == other;
      id = passes ? TextId::LineExceptPasses : TextId::LineExceptMatches;
    }
    tell(id, "caught", caught);
  }

  // --- what is called, awaited, set and returned ---
  void actions() {
    for (const Action& action : has_.actions) {
      if (action.awaits || action.only_perhaps || action.use == LineContents::Use::Awaited)
        continue;
      if (creates_coroutine(action.callee)) return coroutine_created(action);
    }
    std::vector<std::string> parts;
    std::vector<std::string> calls, awaited;
    bool awaits = false;
    auto end_calls = [&] {
      if (!calls.empty()) parts.push_back("calls " + listed(calls, kMost));
      calls.clear();
    };
    auto end_awaits = [&] {
      if (!awaited.empty()) parts.push_back("awaits " + listed(awaited, kMost));
      awaited.clear();
    };
    for (const Action& action : has_.actions) {
      if (action.only_perhaps) continue;
      if (!action.awaits) {
        if (action.use == LineContents::Use::Awaited || action.callee.empty()) continue;
        end_awaits();
        add(calls, in_code(action.callee));
        continue;
      }
      end_calls();
      awaits = true;
      awaited.push_back(action.text.empty() ? "a value" : in_code(action.text));
    }
    end_awaits();
    end_calls();
    if (const std::string sets = this->sets(); !sets.empty()) parts.push_back(sets);
    const bool returns = has_.returns && ends_with(EventKind::Return);
    const bool at_once = returns && ends_in_next_step();
    if (returns)
      parts.push_back(at_once ? "returns " + value(end_->shown(), end_index_) : "returns");
    constexpr size_t kMostParts = 3;
    if (parts.size() > kMostParts) parts.erase(parts.begin() + kMostParts - 1, parts.end() - 1);
    if (!parts.empty()) {
      return tell(at_once  ? TextId::LineReturns
                  : awaits ? TextId::LineAwaits
                           : TextId::LineDoes,
                  "does", joined(parts));
    }
    if (is_body(code_) && !is_module(code_) && step_ > 0 && is(&at(step_ - 1), EventKind::Start))
      return say(TextId::LineClassBegins);
    if (ends_with(EventKind::Line) && !fails_) {
      const LineContents then = contents_of_line(code_, end_->offset());
      if (then.ends_with || then.ends_async_with)
        return tell(TextId::LineLeavesBlock, "with", then.ends_with ? "`with`" : "`async with`");
      if (goes_on_below()) return say(TextId::LineGoesOn);
    }
    if (has_.tries) return say(TextId::LineTry);
    if (has_.breaks) return say(TextId::LineBreak);
    if (has_.decides && ends_with(EventKind::Line) && !fails_) {
      return say(TextId::LineCondition);
    }
    if (ends_with(EventKind::Line) && !fails_) return say(TextId::LineThen);
    say(TextId::Line);
  }

  // Is it the first line of a call or display that goes on in the next one?
  bool goes_on_below() const {
    const int line = code_.positions[event_.offset()].line;
    const int then = code_.positions[end_->offset()].line;
    for (size_t i = event_.offset(); then > line && i < code_.instructions.size(); ++i) {
      if (code_.positions[i].line != line || code_.positions[i].end_line < then) continue;
      switch (code_.instructions[i].opcode()) {
        case Opcode::CALL:
        case Opcode::CALL_METHOD:
        case Opcode::CALL_KW:
        case Opcode::CALL_METHOD_KW:
        case Opcode::CALL_EX:
        case Opcode::BUILD_TUPLE:
        case Opcode::BUILD_LIST:
        case Opcode::BUILD_SET:
        case Opcode::BUILD_MAP:
        case Opcode::BUILD_CONST_KEY_MAP: return true;
        default: break;
      }
    }
    return false;
  }

  static constexpr size_t kMost = 2;  // of a kind in one sentence
  static void add(std::vector<std::string>& to, std::string name) {
    if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(std::move(name));
  }

  // "calls `f`, then sets `x` to `1`"
  static std::string joined(const std::vector<std::string>& parts) {
    std::string text = parts[0];
    for (size_t i = 1; i < parts.size(); ++i)
      text += (i + 1 < parts.size()            ? ", "
               : parts[i].starts_with("calls") ? ", then "
               : i > 1                         ? ", and "
                                               : " and ") +
              parts[i];
    return text;
  }

  void coroutine_created(const Action& action) {
    using Use = LineContents::Use;
    std::string then = "Its body has not started.";
    for (const Action& later : has_.actions) {
      if (later.awaits && !later.text.empty() && later.text.starts_with(action.user + "("))
        then = "Then " + me_ + " awaits " + in_code(later.text) + ".";
    }
    const bool named = !action.user.empty();
    const TextId id = action.use == Use::Argument && named ? TextId::LineCoroutinePassed
                      : action.use == Use::Kept && named   ? TextId::LineCoroutineKept
                      : action.use == Use::Dropped         ? TextId::LineCoroutineDropped
                      : action.use == Use::Returned        ? TextId::LineCoroutineReturned
                                                           : TextId::LineCoroutine;
    set("user", action.user);
    set("then", then);
    tell(id, "what", action.callee);
  }

  // Does the name stand for an `async def` of this program, as it was written?
  bool creates_coroutine(const std::string& callee) const {
    const size_t dot = callee.find('.');
    std::string method;  // "Hello.a_method"
    if (dot != std::string::npos) {
      const std::string type = type_of(callee.substr(0, dot));
      if (type.empty()) return false;
      method = type + callee.substr(dot);
    } else if (!is_function(callee)) {
      return false;
    }
    const Code* found = nullptr;
    for (const auto& maker : recording_.codes()) {
      for (size_t i = 0; i < maker->instructions.size(); ++i) {
        const Instruction instruction = maker->instructions[i];
        if (instruction.opcode() != Opcode::LOAD_CONST) continue;
        const Constant& constant = maker->constants[instruction.operand()];
        if (constant.kind != Constant::Kind::Code || !constant.code) continue;
        const Code& made = *constant.code;
        const bool of_class = is_body(*maker) && !is_module(*maker);
        if (dot == std::string::npos ? made.name != callee || of_class : made.qualname != method)
          continue;
        // Decorated, it is something else; and two of a name may be either.
        if (found || i + 2 >= maker->instructions.size() || !is_store(*maker, i + 2)) return false;
        found = &made;
      }
    }
    return found && found->flags & Code::kCoroutine;
  }
  static bool is_store(const Code& code, size_t at) {
    switch (code.instructions[at].opcode()) {
      case Opcode::STORE_FAST:
      case Opcode::STORE_DEREF:
      case Opcode::STORE_NAME:
      case Opcode::STORE_GLOBAL: return true;
      default: return false;
    }
  }

  // Of a variable, as it is shown: "" where there is none of that name.
  std::string shown(std::string_view name) const {
    std::string found;
    auto look = [&](const std::vector<FrameView>& frames) {
      for (const FrameView& frame : frames) {
        if (frame.frame != event_.subject && frame.function != "<module>") continue;
        for (const Variable& variable : frame.locals) {
          if (variable.name == name && (found.empty() || frame.frame == event_.subject))
            found = variable.value;
        }
      }
    };
    look(moment().stack);
    for (const ThreadView& thread : moment().threads) look(thread.stack);
    for (const TaskView& task : moment().tasks) look(task.chain);
    return found;
  }
  // "Hello" of <Hello #1>.
  std::string type_of(std::string_view name) const {
    const std::string value = shown(name);
    if (!value.starts_with('<')) return "";
    return value.substr(1, value.find_first_of(" >") - 1);
  }
  bool is_function(std::string_view name) const {
    const std::string value = shown(name);
    return value.empty() || value.starts_with("<function");
  }

  const Code& code_;
  const LineContents has_;
  const std::string me_;
  const Event* first_ = nullptr;  // that happens to the frame after this
  const Event* end_ = nullptr;    // its next line, or how it is left
  size_t end_index_ = 0;
  bool fails_ = false, enters_ = false;
  std::vector<std::pair<std::string, size_t>> bound_;  // variables, and the events
};

}  // namespace

Explanation explain_line(const Reader& reader, const Recording& recording, size_t step) {
  return LineExplaining(reader, recording, step).explain();
}

}  // namespace awaitscope
