import { EXIT, FiligreeError, describeError, exitCodeOf } from '@filigree/base';

describe('an error', () => {
  it('is one line with its remedy', () => {
    const error = new FiligreeError('USAGE', '--year abc, expected a year such as 2010', {
      remedy: 'give --year 2010',
    });
    expect(describeError(error)).toBe('--year abc, expected a year such as 2010; give --year 2010');
  });

  it('keeps its cause for the log', () => {
    const cause = new Error('EACCES');
    expect(new FiligreeError('LOCAL_STATE', 'x', { cause }).cause).toBe(cause);
  });

  it.each([
    ['USAGE', EXIT.usage],
    ['NO_MATCH', EXIT.usage],
    ['UNREACHABLE', EXIT.unreachable],
    ['LOCAL_STATE', EXIT.localState],
    ['CORRUPT', EXIT.localState],
    ['CANCELLED', EXIT.interrupted],
    ['INTERNAL', EXIT.internal],
  ] as const)('with the code %s ends a command with %i', (code, exitCode) => {
    expect(exitCodeOf(new FiligreeError(code, 'x'))).toBe(exitCode);
  });

  it('of any other kind is internal', () => {
    expect(exitCodeOf(new TypeError('x'))).toBe(EXIT.internal);
    expect(exitCodeOf('thrown text')).toBe(EXIT.internal);
  });
});
