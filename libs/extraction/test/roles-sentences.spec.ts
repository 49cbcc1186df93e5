import { eachCase } from './support/posts.ts';

const C = 'Carla Devine';
const O = 'Otto Brandl';
const I = 'Ivar Lund';

describe('verbs of posts say what they mean with the words around them', () => {
  eachCase([
    [
      '"no longer" ends a post',
      [`${C} will no longer serve as Treasurer.`, `Mr. ${O} is no longer a director of Karhula Oyj.`],
      [`${C} | F | officer resigned`, `${O} | Karhula Oyj | director resigned`],
    ],
    [
      'standing down is no standing for election',
      [`${C} stood down as Chairman on May 3, 2010.`, `${O} will stand for election as a director.`],
      [`${C} | F | chair resigned`, `${O} | F | director nominated`],
    ],
    [
      'who does not mean to stand again leaves',
      [`${C} does not intend to stand for re-election as a director.`],
      [`${C} | F | director resigned`],
    ],
    [
      'who has elected to retire was not elected',
      [`${C}, Senior Vice President, has elected to retire from the Company.`],
      [`${C} | F | officer resigned`],
    ],
    [
      'duties that are handed over',
      [`${C}, Treasurer, will hand over her duties in June.`],
      [`${C} | F | officer resigned`],
    ],
    [
      'what may be is no fact',
      [`${C} may resign as Treasurer at any time.`, `It is a default if ${O} shall no longer be acting as President.`],
      [],
    ],
    [
      'a paid leave is no leaving',
      [`The Company has placed its Treasurer, ${C}, on paid leave.`],
      [`${C} | F | officer current`],
    ],
    [
      'whoever neither of two is',
      [
        `Neither ${C} nor ${O} is a director of Karhula Oyj.`,
        `Each of Messrs. ${I} and ${O} is a director of Karhula Oyj.`,
      ],
      [`${I} | Karhula Oyj | director current`, `${O} | Karhula Oyj | director current`],
    ],
    [
      'a successor is somebody else',
      [
        `Mr. ${O} will assist his successor as Treasurer.`,
        `Prior to his appointment as Treasurer, Mr. ${I} served at Karhula Oyj.`,
      ],
      [`${I} | F | officer current`],
    ],
    [
      'a post told in the time of the verb before it',
      [`From 1998 to 2004, Ms. ${C} was employed by Karhula Oyj, most recently serving as controller.`],
      [`${C} | Karhula Oyj | officer former`],
    ],
    [
      'whoever is appointed to succeed takes it up, the other leaves',
      [`The Board appointed ${C} to succeed Mr. ${O} as Treasurer.`],
      [`${C} | F | officer appointed`, `${O} | F | officer resigned`],
    ],
    [
      'what comes is no history, whatever other day the sentence tells',
      [`${C}, a lawyer since 1985, will become Vice Chairman of the Board of Karhula Oyj.`],
      [`${C} | Karhula Oyj | chair appointed`],
    ],
  ]);
});

describe('the employer of a post', () => {
  eachCase([
    [
      'the posts of a chain are of the organization at its end',
      [`Ms. ${C} was President, Chief Executive Officer and a director of Karhula Oyj.`],
      [`${C} | Karhula Oyj | ceo former`, `${C} | Karhula Oyj | director former`],
    ],
    [
      'a list with places between, and a second "of"',
      [
        `Ms. ${C} is a director of Osterby Tools Ltd. in Leeds, Karhula Oyj in Turku and Norrvik Metals Ltd. in Oslo.`,
        `Mr. ${O} is a director of Osterby Tools Ltd. and of Karhula Oyj.`,
      ],
      [
        `${C} | Karhula Oyj | director current`,
        `${C} | Norrvik Metals Ltd. | director current`,
        `${C} | Osterby Tools Ltd. | director current`,
        `${O} | Karhula Oyj | director current`,
        `${O} | Osterby Tools Ltd. | director current`,
      ],
    ],
    [
      'the next person of the sentence is no employer',
      [`${C}, chief executive of Karhula Oyj, and ${O}, Treasurer of Osterby Tools Ltd., signed.`],
      [`${C} | Karhula Oyj | ceo current`, `${O} | Osterby Tools Ltd. | officer current`],
    ],
    [
      'the filer and another',
      [`${C}, Treasurer of both the Company and Karhula Oyj, spoke.`],
      [`${C} | F | officer current`, `${C} | Karhula Oyj | officer current`],
    ],
    [
      'a division is a part of its company',
      [`${C}, President of the Company’s Pump Division, spoke.`, `${O}, Vice President - Taxation, spoke.`],
      [`${C} | F | officer current`, `${O} | F | officer current`],
    ],
    [
      'a field, then the place',
      [
        `${C}, Vice President for New Projects at Karhula Oyj, spoke.`,
        `Mr. ${O} is Senior Vice President, Commercial & Harbour Affairs of Karhula Oyj.`,
      ],
      [`${C} | Karhula Oyj | officer current`, `${O} | Karhula Oyj | officer current`],
    ],
    [
      'a member of a board, said in front',
      [`Ms. ${C} is also a Supervisory Board member of Karhula Oyj.`],
      [`${C} | Karhula Oyj | director current`],
    ],
    [
      'a company that bears its founder’s name',
      [
        'Our founder, Ivar Northwind, served as our Chief Executive Officer until 2008.',
        'Mr. Northwind continues as Chairman.',
      ],
      ['Ivar Northwind | F | ceo former', 'Ivar Northwind | F | chair current'],
    ],
    [
      'what belongs to a kind of officer is no post',
      [`Ms. ${C} is eligible for the outside director compensation policy.`],
      [],
    ],
    [
      'the post of whom a clause follows',
      [`Mr. ${O} will report to ${C}, who has been President of Karhula Oyj since 2001.`],
      [`${C} | Karhula Oyj | officer current`],
    ],
  ]);
});

describe('titles before their holders, and seats', () => {
  eachCase([
    [
      'titles open the items of a list',
      [`Our officers: Chief Executive Officer, ${C}; Treasurer, ${O}; General Counsel, ${I}.`],
      [`${C} | F | ceo current`, `${I} | F | officer current`, `${O} | F | officer current`],
    ],
    [
      'names behind "are" and "were"',
      [
        `The directors whose terms continued are ${C} and ${O}.`,
        `Elected as directors for terms of three years were ${I} and Hans Voss.`,
      ],
      [
        `${C} | F | director current`,
        `Hans Voss | F | director appointed`,
        `${I} | F | director appointed`,
        `${O} | F | director current`,
      ],
    ],
    [
      'a vacancy of a board that the sentence speaks of',
      [`The Board of Directors elected ${C} and ${O} to fill the two new seats.`],
      [`${C} | F | director appointed`, `${O} | F | director appointed`],
    ],
    [
      'whom a board consists of',
      [`After the closing the board of directors will consist of three persons: ${C}, ${O} and ${I}.`],
      [`${C} | F | director appointed`, `${I} | F | director appointed`, `${O} | F | director appointed`],
    ],
    [
      'who chairs a board',
      [`Ms. ${C} has chaired the Board of Karhula Oyj since 2001.`],
      [`${C} | Karhula Oyj | chair current`],
    ],
    [
      'two who leave by one verb',
      [`Its chairman, ${C}, and its finance director, ${O}, will leave Karhula Oyj.`],
      [`${C} | F | chair resigned`, `${O} | F | cfo resigned`],
    ],
    [
      'all the posts that one verb of leaving ends',
      [`${C}, a director of the Company and President of Karhula Oyj, resigned on May 3, 2010.`],
      [`${C} | F | director resigned`, `${C} | Karhula Oyj | officer resigned`],
    ],
    [
      'a post with a holder of its own',
      [`The head of claims answers to ${C}, our chief underwriting officer, and she to the managing director, ${O}.`],
      [`${C} | F | officer current`, `${O} | F | ceo current`],
    ],
    [
      'a post that was held until then',
      [`${C}, chief operating officer of Karhula Oyj until the closing, spoke.`],
      [`${C} | Karhula Oyj | officer former`],
    ],
    [
      'a seat joined beside somebody with a post',
      [`${C} and ${O} will join ${I}, our Treasurer, on the board of directors.`],
      [`${C} | F | director appointed`, `${I} | F | officer current`, `${O} | F | director appointed`],
    ],
  ]);
});

describe('committees of a board', () => {
  eachCase([
    [
      'whom a committee consists of',
      [`Our audit committee is composed of ${C}, ${O} and ${I}.`],
      [`${C} | F | director current`, `${I} | F | director current`, `${O} | F | director current`],
    ],
    [
      'surnames before a firm’s last two partners',
      [`${C}, Managing Partner of Roe, Lundgren, Weir & Strand, Inc., spoke.`],
      [`${C} | Roe, Lundgren, Weir & Strand, Inc. | officer current`],
    ],
  ]);
});
