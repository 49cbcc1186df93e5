import { eachCase } from './support/posts.ts';

const C = 'Carla Devine';
const O = 'Otto Brandl';
const I = 'Ivar Lund';

describe('what is no person', () => {
  eachCase([
    ['a division', ['Mr. Roe met the Company’s President, Mobility Division, in Leeds.'], []],
    ['a house', ['Morgan Stanley will be acting as Sole Global Coordinator.'], []],
    [
      'the verb of a headline',
      [`Northwind Appoints ${C} as Treasurer`, `Northwind Names ${O} as Chairman`],
      [`${C} | F | officer appointed`, `${O} | F | chair appointed`],
    ],
  ]);
});

describe('what belongs to somebody or something else', () => {
  eachCase([
    [
      'a post of a company that a clause speaks of',
      [
        `${C} and ${O} are members of Osterby Partners LP, which is the sole general partner of Karhula Oyj.`,
        `${I} is the President of Norrvik Metals Ltd., the general partner of Karhula Oyj.`,
      ],
      [`${I} | Norrvik Metals Ltd. | officer current`],
    ],
    [
      'a person whose name is not read, and a relative of the holder',
      [
        `Ms. ${C} is Chief Executive Officer of Karhula Oyj and Mr. deRoe is President of Norrvik Metals Ltd.`,
        `Mr. ${O} is the son of the Chairman.`,
      ],
      [`${C} | Karhula Oyj | ceo current`],
    ],
    [
      'the board of a title, and the board’s committee',
      [
        `${C} will succeed ${O} as chairman of Karhula Oyj’s Supervisory Board.`,
        `The Board expects to appoint Mr. ${I} as a member of the Board’s Audit Committee.`,
      ],
      [`${C} | Karhula Oyj | chair appointed`, `${O} | Karhula Oyj | chair resigned`],
    ],
    [
      'two directors, of one of whom something is said',
      [`${C}, the sole shareholder of Osterby Tools Ltd., and ${O} will become directors of Karhula Oyj.`],
      [`${C} | Karhula Oyj | director appointed`, `${O} | Karhula Oyj | director appointed`],
    ],
    [
      'a firm whose name is made of surnames',
      [`${C}, Managing Partner of Roe, Lundgren, Weir Associates, spoke.`],
      [`${C} | Roe, Lundgren, Weir Associates | officer current`],
    ],
    [
      'a past post is where the person was last said to work',
      [
        `Dr. ${O} is the retired Chairman of Karhula Oyj.`,
        `Dr. ${O.split(' ')[1]!} served as Treasurer from 2001 to 2003.`,
      ],
      [`${O} | Karhula Oyj | chair former`, `${O} | Karhula Oyj | officer former`],
    ],
    [
      'a label in the middle of prose is no signature',
      [
        'NORTHWIND MINERALS CORP.',
        'PPA: Opening Balance Review entries related to the combination',
        'Date: March 2, 2010',
      ],
      [],
    ],
    [
      'a member of the board sits on it',
      [`Mr. ${I} was appointed as a member of the Board with a term of two years.`],
      [`${I} | F | director appointed`],
    ],
    [
      'the resignation of whom a clause with a day follows',
      [`We announce the resignation of Ms. ${C}, effective March 31, 2009, who served as Treasurer of the Company.`],
      [`${C} | F | officer resigned`],
    ],
  ]);
});
