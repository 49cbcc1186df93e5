import { release } from './support/fictional-filing.ts';
import { itReads, owned } from './support/owned.ts';

describe('shares of several, what stands once for two verbs, and what is told in other words', () => {
  itReads([
    [
      'Lindby Optik AB, in which we have a 12 per cent. interest and Osterby AB two thirds, paid no dividend.',
      ['F | stake | Lindby Optik AB', 'Osterby AB | subsidiary | Lindby Optik AB'],
    ],
    ['Osterby AB holds 66 2/3% of Merrow plc.', ['Osterby AB | subsidiary | Merrow plc']],
    ['Osterby AB has one-third of Merrow plc.', ['Osterby AB | stake | Merrow plc']],
    ['Merrow plc, all of whose shares Osterby AB holds, makes lenses.', ['Osterby AB | subsidiary | Merrow plc']],
    [
      'The principal associates were Lindby Optik AB (37.5 per cent.) and Merrow plc (25 per cent.).',
      ['F | stake | Lindby Optik AB', 'F | stake | Merrow plc'],
    ],
    [
      "The Company's operations are carried on through Lindby Optik AB, Merrow plc and three smaller subsidiaries.",
      ['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Merrow plc'],
    ],
    ['We conduct our lens business through Merrow plc.', ['F | subsidiary | Merrow plc']],
    [
      'The Company took over substantially all of the assets, and assumed certain liabilities, of Merrow plc.',
      ['F | acquisition | Merrow plc'],
    ],
    [
      'We own Merrow plc through a Swedish company, Lindby Optik AB.',
      ['F | subsidiary | Merrow plc', 'Lindby Optik AB | subsidiary | Merrow plc'],
    ],
    [
      'Osterby AB and Lindby Optik AB have signed a share purchase agreement for the entire capital of Merrow plc.',
      ['Lindby Optik AB | acquisition | Merrow plc', 'Osterby AB | acquisition | Merrow plc'],
    ],
    ['The bank board approved the merger of Merrow plc into Osterby AB.', ['Osterby AB | acquisition | Merrow plc']],
    [
      'In 1999 Osterby AB distributed to its stockholders all of the shares of Merrow plc.',
      ['Osterby AB | divested | Merrow plc'],
    ],
    [
      'Each of the following is a subsidiary of Osterby AB: Lindby Optik AB; Merrow plc (75 per cent.).',
      ['Osterby AB | subsidiary | Lindby Optik AB', 'Osterby AB | subsidiary | Merrow plc'],
    ],
    [
      'The following companies are subsidiaries of Osterby AB: Lindby Optik AB; Merrow plc.',
      ['Osterby AB | subsidiary | Lindby Optik AB', 'Osterby AB | subsidiary | Merrow plc'],
    ],
    [
      'The following is a list of the subsidiaries of Osterby AB as of December 31, 2008: Lindby Optik AB; Merrow plc.',
      ['Osterby AB | subsidiary | Lindby Optik AB', 'Osterby AB | subsidiary | Merrow plc'],
    ],
    [
      'The following subsidiaries of Osterby AB are wholly owned: Lindby Optik AB; Merrow plc.',
      ['Osterby AB | subsidiary | Lindby Optik AB', 'Osterby AB | subsidiary | Merrow plc'],
    ],
    [
      'Following the sale, Merrow plc is a subsidiary of Osterby AB and has three lenders: Kolding Bank AB, Tolland Bank plc and Varde Finans AB.',
      ['Osterby AB | subsidiary | Merrow plc'],
    ],
    [
      'In the year following the sale, Merrow plc was a subsidiary of Osterby AB: Kolding Bank AB and Tolland Bank plc lent to it.',
      ['Osterby AB | subsidiary | Merrow plc'],
    ],
    [
      'Each of the following is a subsidiary of Osterby AB: Lindby Optik AB; Merrow plc, a subsidiary of Kolding AB.',
      [
        'Kolding AB | subsidiary | Merrow plc',
        'Osterby AB | subsidiary | Lindby Optik AB',
        'Osterby AB | subsidiary | Merrow plc',
      ],
    ],
    ['Osterby AB declared that it holds 640,118 shares, being 4.61% of the capital.', ['Osterby AB | stake | F']],
    [
      'The controlling shareholder, Osterby AB (412,680,000 A shares, 39.85%), has pledged some of them.',
      ['Osterby AB | stake | F'],
    ],
    [
      'Our 50:50 venture with Osterby AB, known as Lindby Displays LLC, shipped its first panels.',
      ['F | joint_venture | Lindby Displays LLC', 'Osterby AB | joint_venture | Lindby Displays LLC'],
    ],
    [
      'The Company sold its subsidiary Merrow plc to Osterby AB.',
      ['F | divested | Merrow plc', 'Osterby AB | acquisition | Merrow plc'],
    ],
    ['Until 2001 Merrow plc was a division of Osterby AB.', ['Osterby AB | divested | Merrow plc']],
    ['In 1998 Osterlund bought Merrow plc.', ['Osterlund | acquisition | Merrow plc']],
  ]);

  it.each([
    [
      'Each of the following is a subsidiary of Osterby AB and owes money to three banks: Kolding Bank AB; Tolland Bank plc.',
      0,
    ],
    ['None of the following is a subsidiary of Osterby AB: Kolding Bank AB; Tolland Bank plc.', 0],
    ['Merrow plc was merged into Lindby Optik AB, and its shareholders received cash.', 1],
    ['Osterby AB distributed to its stockholders a report on Merrow plc.', 0],
    ['Osterby AB conducts business through distributors such as Merrow plc.', 0],
  ])('finds no holder in: %s', (text, facts) => {
    expect(owned(release(text))).toHaveLength(facts);
  });

  it('reads a list of subsidiaries under its heading in another document', () => {
    const lines = [
      'EXHIBIT 21',
      'Subsidiaries of the Registrant',
      'Lindby Optik AB (5)',
      'Merrow LLC',
      'Some words',
      'EXHIBIT 23',
      'Tolland LLP',
    ];
    expect(owned(release(...lines))).toEqual(['F | subsidiary | Lindby Optik AB', 'F | subsidiary | Merrow LLC']);
  });
});
