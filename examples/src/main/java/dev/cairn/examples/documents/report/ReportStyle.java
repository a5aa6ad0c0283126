package dev.cairn.examples.documents.report;

/** How the report looks, by day and by night. */
final class ReportStyle {

  static final String CSS =
      """
      :root { --ink: #1d2733; --dim: #66727f; --paper: #fbfaf7; --line: #e2e0d9; --bar: #4269d0 }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e4e6e8; --dim: #98a2ad; --paper: #15191e; --line: #2c333b; --bar: #7d9cf0 }
      }
      body { margin: 0; background: var(--paper); color: var(--ink);
        font: 16px/1.5 system-ui, sans-serif }
      main { max-width: 60rem; margin: 0 auto; padding: 3rem 1.5rem }
      h1 { font: 600 2.4rem/1.2 Georgia, serif; margin: 0 }
      h2 { font: 600 1.4rem/1.3 Georgia, serif; margin: 3rem 0 1rem }
      .lead { font-size: 1.15rem; color: var(--dim); max-width: 44rem }
      .numbers { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; list-style: none; padding: 0;
        color: var(--dim) }
      .numbers b { display: block; font-size: 1.7rem; color: var(--ink);
        font-variant-numeric: tabular-nums }
      figure { margin: 0 0 1.5rem }
      figure.circle { max-width: 46rem; margin: 0 auto 1.5rem }
      svg { width: 100%; height: auto; display: block }
      svg text { font: 12px system-ui, sans-serif; fill: var(--ink) }
      svg .band { text-anchor: middle; fill: #fff; font-weight: 600; pointer-events: none }
      svg .year { fill: var(--dim); font-size: 11px }
      svg .link { fill: none; stroke: var(--bar); opacity: .3 }
      svg circle { fill: var(--bar) }
      table { border-collapse: collapse; width: 100%; font-size: .92rem }
      th { text-align: left; font-weight: 600; color: var(--dim) }
      th, td { padding: .35rem .8rem .35rem 0; border-top: 1px solid var(--line);
        vertical-align: top }
      td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
      td i { display: inline-block; width: 1.1rem; height: 1.1rem; border-radius: 3px }
      td .bar { display: inline-block; min-width: 1px; height: .7rem; background: var(--bar);
        border-radius: 2px }
      td:has(.bar) { width: 30% }
      small { color: var(--dim) }
      .phrases { columns: 3 14rem; list-style: none; padding: 0 }
      .note, footer { color: var(--dim); font-size: .82rem; overflow-wrap: anywhere }
      footer { margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 1rem }
      """;

  private ReportStyle() {}
}
