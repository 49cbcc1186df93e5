import { eventDetail, eventText } from '../src/model/event-text.ts';
import { event } from './builders.ts';

describe('the text of an event', () => {
  it('does not say again what its kind says beside it', () => {
    expect(eventDetail({ kind: 'completed', text: 'completed in 3.0 s' })).toBe('in 3.0 s');
    expect(eventDetail({ kind: 'paused', text: 'paused' })).toBe('');
    expect(eventDetail({ kind: 'failed', text: 'no such file' })).toBe('no such file');
    const joined = event(1, { kind: 'joined', accession: '', text: 'connected' });
    expect(eventText(joined)).toBe('w1 connected');
  });
});
