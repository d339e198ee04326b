#pragma once
// Context variables: contextvars.ContextVar, Token, Context. Specified in:
// https://docs.python.org/3.11/library/contextvars.html
//
// vm().context is the context that runs. As long as a run has not imported contextvars nobody can
// tell one context from another, and there is none: everything here is null then and costs nothing.

#include "engine/objects/value.h"

namespace awaitscope {

struct Dict;

Ref copy_context();  // what a task or callback made now is to run in; null where there are none
// The context to run something in that was made with `context` (null or None: before there were
// any). Hands over what ran before, for leave_context(). What imports contextvars in between, the
// first in the run to do so, has run in a context all along: leave_context() keeps it in `context`.
Ref enter_context(Ref& context);
void leave_context(Ref& context, Ref before);
Ref running_context();  // made where there was none
// Whoever gives a callback its context may give anything. False: it cannot be entered,
// AttributeError pending.
bool can_run_in(Value context);
// The same as enter_context() with `before`; false: it is entered already, RuntimeError pending.
bool enter_context_once(Ref& context, Ref& before);
Ref known_context(Ref& context);  // for the program to see, made where there was none
bool is_context(Value value);

void register_contexts();
void make_contextvars_module(Dict* module);

}  // namespace awaitscope
