"""The words of docs/audit.md that do not depend on a model."""

HEAD = """\
# The actor-swap audit

Made by `python scripts/make_audit_page.py`; do not edit.

slantwise says how words present an actor. Whoever the actor is, the same words must get the same
answer. The audit tests this: [swap sentences](../corpora/audit/README.md) of ours, in which
nothing changes but the actor and what must change with it (article, demonym, pronoun), are read in
both versions, and the answers compared.

```sh
slantwise audit                                # the sentences that ship, model base
slantwise audit --model large --out audit/     # audit.json, and every pair in pairs.jsonl
slantwise audit --pairs mine.jsonl             # sentences of your own
```

In Python, `slantwise.audit(pairs, model=…)` gives the same, with `.rates`, `.groups`, `.actors`,
`.changes` and `.worst(n)`.

## How to read it

- A **pair** is a sentence as written, and the same with one counterpart.
- **stance** changes where the label toward the marked actor differs, or where one side is named and
  the other abstained on. It is **reversed** where one side is against and the other favour.
- **findings** change where any loaded stretch is found on one side only (the actor's own name
  apart, places are compared letter by letter). **sentence bias** changes where the sentence is
  called biased on one side only.
- Shares are in per cent of pairs with 95 % intervals; pairs of one sentence are drawn together.
  Where nothing changed, the interval is Clopper and Pearson's over sentences.
- The **score** of a mention is its probability of favour less that of against (-1 to 1). A shift
  below zero says: in the same sentences, the first is presented worse than the second. The unit
  is the sentence; p by paired sign flips, q corrected by Benjamini and Hochberg, for groups and
  for actors apart; nothing is tested on fewer than 8 sentences.
- A shift is a fault of the model and not a fact about the actor: the words are the same. In a study
  that compares the coverage of such actors with one another, differences of stance of that size
  may be the model's. A comparison of *outlets* on the same actor is not touched by it in that way,
  as both outlets name the same actor.
- `split: test` is the figure that counts: models may be trained and tuned against `dev`.
- `alike: no` are counterparts that are far more, or far less, charged or frequent than the actor.

## Sentences of your own

UTF-8, one JSON object a line; offsets are Python characters, end exclusive; keys marked ? may be
absent; any other key is an error, named with file and line.

| key | meaning |
|---|---|
| `id`, `text` | name of the line, unique; the sentence |
| `start`, `end` | the marked mention of the actor |
| `actor` | its name |
| `swaps` | counterparts: a list of `{actor, edits, group?, alike?}` |
| `edits` | everything that changes with the counterpart: a list of `{start, end, text}` |
| `group`? | the group of actors that it is counted with |
| `alike`? | whether the counterpart is about as frequent and as charged a name |
| `category`?, `portrayal`?, `loaded`?, `role`?, `split`? | what the figures are split by |

Edits stand in the order of the text and apart from each other. Exactly one of them holds the marked
mention; the counterpart's mention is its `text`, without an article before and a possessive ending
after it. `portrayal` is a stance, `loaded` true or false, the other parts any text.
"""

LIMITS = """\
## Limits

- The sentences are invented and short, written by one author, a language model; they stand alone,
  without an article around them. How often answers change in real articles is not measured.
- That both versions deserve the same label is the assumption of the audit. It was held in mind for
  every counterpart, but a reader may find some sentences odder with one actor than with another.
- Few actors stand in more than a dozen sentences: the audit finds large shifts of single actors,
  not small ones. A row without a small q is not shown to be free of a shift.
- Groups (regions, party sides, religions) are ways of counting. A shift of a group may come from
  few of its actors.
- English only; names in other scripts and persons unknown to the model are not tested.
"""
