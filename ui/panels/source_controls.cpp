// What can be done with the program: at the right of the line above it.
#include <algorithm>

#include "ui/commands.h"
#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

float draw_source_controls(View& view, const Rect& title) {
  struct {
    CommandId id;
    Icon icon;
  } static constexpr kControls[] = {
      {CommandId::EditSource, Icon::Edit},
      {CommandId::CopySource, Icon::Copy},
      {CommandId::PinProgram, Icon::Pin},
      {CommandId::Compare, Icon::Columns},
  };
  Controls& ui = view.controls;
  const float high = std::max(ui(30), ui.target);
  const bool pinned = view.comparing.pinned_is_shown(view.session);
  auto button_of = [&](const auto& control, bool labelled) {
    const Command& what = command(control.id);
    Button button{.id = what.widget,
                  .label = what.label,
                  .tip = what.what,
                  .keys = what.keys,
                  .icon = control.icon,
                  .has_icon = true,
                  .show_label = labelled};
    if (control.id == CommandId::CopySource && ui.clock() - view.copied_at < 1.5) {
      button.label = "Copied";
      button.icon = Icon::Check;
    }
    if (control.id == CommandId::PinProgram) {
      button.kind = WidgetKind::Switch;
      button.value = pinned ? "true" : "false";
      if (pinned) {
        button.label = "Pinned";
        button.tip = "This program is pinned. Flip a switch and compare; press to let it go";
        button.look = ButtonLook::Quiet;
      }
    }
    return button;
  };
  // With words where there is room for them beside the panel's name.
  float all = 0;
  for (const auto& control : kControls) {
    if (enabled(view, control.id)) all += ui.button_width(button_of(control, true));
  }
  const bool labelled = all + ui(130) < title.width;
  float right = title.right() - ui(8);
  for (const auto& control : kControls) {
    if (!enabled(view, control.id)) continue;
    const Button button = button_of(control, labelled);
    const float width = ui.button_width(button);
    right -= width;
    if (ui.button(button, {right, title.middle_y() - high / 2, width, high})) run(view, control.id);
  }
  return right;
}

}  // namespace awaitscope
