import type { Reporter, TestModule } from 'vitest/node'

const failedOutsideTests = (module: TestModule) =>
  module.errors().length > 0 || [...module.children.allSuites()].some((suite) => suite.errors().length > 0)

/** Ends a run with `N passed, N failed`. A file that could not be loaded and an error outside a test count as failed. */
export default class CountTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const count = (state: string) => states.filter((s) => s === state).length
    const failed = count('failed') + count('pending') + modules.filter(failedOutsideTests).length + unhandled.length
    const skipped = count('skipped')
    const line = `${count('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
    process.stdout.write(`${line}\n`)
    if (failed > 0) process.exitCode = 1
  }
}
