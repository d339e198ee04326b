#pragma once
// Which objects lead to which, and the end of those that only lead to one another.

#include <span>
#include <vector>

#include "engine/objects/address_table.h"
#include "engine/objects/objects.h"

namespace awaitscope {

// All that an object leads to, itself included, as far as the runtime can see into it.
AddressTable reachable_from(Value root);
// The same, the nearest first.
std::vector<Object*> in_order_of_reach(Value root);

// Breaks the reference cycles that nothing outside of them leads to any more, as CPython's gc does:
// empties the objects in them. Returns how many objects that were. Objects with a __del__ or a
// suspended frame go to RunContext::finalizers as they always do, in the order given where they
// are in it: one of in_order_of_reach(), of which some may be gone.
size_t collect_cycles(std::span<Object* const> in_order = {});

// As if a module were gone: whatever would end with its names runs what it has to run at its end,
// while all of them are still there. Nothing is emptied yet. False: something else holds the names,
// and nothing was done.
bool finalize_all_of(Module* module);
// The same, of all that these roots do not lead to, whatever else holds it.
void finalize_all_but(Module* module, std::span<const Value> roots);

// The end of the only run: whatever it has left behind, reachable or not, lets go of what it holds.
// What make_world() has made stays as it is.
void release_everything();

}  // namespace awaitscope
