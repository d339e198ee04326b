// What a new lesson begins with: a whole one, to be written over. And what to know to write it, in short;
// engine/docs/lessons.md has all of it.

export const kTemplate = `---
title: A cup of tea
question: What does \`main\` do while \`brew\` sleeps?
---

\`brew\` is a coroutine function. \`main\` awaits one call of it.

\`\`\`python
import asyncio


async def brew():
    await asyncio.sleep(2)
    return "tea"


async def main():
    cup = await brew()
    print(cup)


asyncio.run(main())
\`\`\`

## Stops

1. start of \`brew\`: \`main\` awaits \`brew()\`, so the body of \`brew\` starts at once.
2. suspend of \`brew\`: \`brew\` sleeps for 2 seconds, and \`main\` waits for \`brew\`.

   **Predict:** ends at

   The program has nothing else to wait for.

3. line with \`print(cup)\`: \`brew\` has returned \`"tea"\`, and \`main\` continues.

## Answer

\`main\` waits. Its next line runs when \`brew\` has returned.

## Check

When does the body of \`brew\` start?

- [x] **When \`main\` awaits it.** The \`await\` runs the body inside the same task.
- [ ] **In the next turn of the event loop.** No other task exists that could run it.
`;

// Each part: a heading, and what to write with what it means.
export const kHow = [
  ['Before the program', [
    ['title: …', 'A few words. The lesson\'s name in the list.'],
    ['question: …', 'What the lesson answers. Ends with a question mark.'],
    ['python: 3.14, 3.15', 'Where the lesson is true only in some versions.'],
  ]],
  ['Stops: a moment, a colon, and what there is to see', [
    ['start of `main`', 'Also suspend of, resume of, return of, raise of.'],
    ['start of `main`, 2nd time', 'The second time that this happens.'],
    ['line with `print(size)`', 'The line with this text is about to run.'],
    ['line 12, 3rd time', 'Line 12 of the program is about to run for the third time.'],
    ['print of `tea is ready`', 'The program prints this line.'],
  ]],
  ['A question below a stop: **Predict:** and one of these', [
    ['prints next', 'Which line the program prints next.'],
    ['runs next', 'Which task runs next.'],
    ['ready queue', 'What is in the ready queue.'],
    ['ends at', 'At what time the program ends.'],
    ['fails', 'Whether the program fails, and with what.'],
    ['Why does it wait?', 'Your own question, with a list of choices below it.'],
    ['- [x] **Right.** Why.', 'A choice. Write [ ] where it is wrong.'],
  ]],
  ['After the stops', [
    ['## Answer', 'The answer to the lesson\'s question.'],
    ['## Check', 'A question with choices, for the end.'],
    ['## Repair', 'A change to make, with ### Goal, ### Hints and ### Solution.'],
    ['- done by: 2 s', 'A goal. Also prints:, never prints:, output:, keeps:, no warning.'],
  ]],
];
