import { itReads } from './support/owned.ts';

describe('what links a company to what it is', () => {
  itReads([
    [
      'Lindby Optik AB has been, and continues to be, an indirect wholly-owned subsidiary of Osterby AB.',
      ['Osterby AB | subsidiary | Lindby Optik AB'],
    ],
    [
      'Lindby Optik AB and Merrow Lens LLC each has been, and continues to be, a subsidiary of Osterby AB and Tolland Gauge Works LLC.',
      [
        'Osterby AB | subsidiary | Lindby Optik AB',
        'Osterby AB | subsidiary | Merrow Lens LLC',
        'Tolland Gauge Works LLC | subsidiary | Lindby Optik AB',
        'Tolland Gauge Works LLC | subsidiary | Merrow Lens LLC',
      ],
    ],
    [
      'Lindby Optik AB is, and will remain, a wholly owned subsidiary of Osterby AB.',
      ['Osterby AB | subsidiary | Lindby Optik AB'],
    ],
    ['Lindby Optik AB was, and is, a unit of Osterby AB.', ['Osterby AB | subsidiary | Lindby Optik AB']],
    [
      'Lindby Optik AB, a company that Osterby AB established in 2001, makes lenses.',
      ['Osterby AB | subsidiary | Lindby Optik AB'],
    ],
    ['Osterby AB stated its belief that Lindby Optik AB has established a committee.', []],
    ['Osterby AB, stated its belief that Lindby Optik AB has established.', []],
    ['Osterby AB, renewed the claim that Lindby Optik AB acquired.', []],
  ]);
});
