#pragma once
// All panels: one panel, one class, one file. The interface draws them; commands act on them.

#include "ui/panels/compare.h"
#include "ui/panels/explanation.h"
#include "ui/panels/header.h"
#include "ui/panels/help.h"
#include "ui/panels/lesson_card.h"
#include "ui/panels/lessons.h"
#include "ui/panels/loop.h"
#include "ui/panels/output.h"
#include "ui/panels/path.h"
#include "ui/panels/raise.h"
#include "ui/panels/share.h"
#include "ui/panels/source.h"
#include "ui/panels/splitters.h"
#include "ui/panels/tabs.h"
#include "ui/panels/toggles.h"
#include "ui/panels/transport.h"
#include "ui/panels/versions.h"
#include "ui/timeline/panel.h"

namespace awaitscope {

struct Panels {
  explicit Panels(View& view)
      : header(view),
        tabs(view),
        toggles(view),
        source(view),
        loop(view),
        output(view),
        path(view),
        explanation(view),
        transport(view),
        timeline(view),
        splitters(view),
        lesson(view),
        lessons(view),
        help(view),
        share(view),
        compare(view),
        raise(view),
        versions(view) {}

  HeaderPanel header;
  TabsPanel tabs;
  TogglesPanel toggles;
  SourcePanel source;
  LoopPanel loop;
  OutputPanel output;
  PathPanel path;
  ExplanationPanel explanation;
  TransportPanel transport;
  TimelinePanel timeline;
  Splitters splitters;

  LessonCard lesson;  // a part of two of them

  // Over all of these:
  LessonList lessons;
  HelpCard help;
  ShareCard share;
  CompareCard compare;
  RaiseCard raise;
  VersionCard versions;
};

}  // namespace awaitscope
