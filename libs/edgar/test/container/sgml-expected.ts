// What a person reads in the files of `sgml/`: written from the files, not from what the reader gives.

export interface ExpectedFiling {
  readonly file: string;
  readonly accession: string;
  readonly form: string;
  readonly filed: string | null;
  readonly period: string | null;
  /** role, cik, name, sic, former names */
  readonly parties: readonly (readonly [string, string, string, string | null, ...string[]])[];
  /** sequence, type, filename, content */
  readonly documents: readonly (readonly [number, string, string | null, string])[];
}

const cvr = ['SUBJECT COMPANY', '0001376139', 'CVR ENERGY INC', '2911'] as const;
const icahn = [
  'FILED BY',
  '0001034563',
  'ICAHN ENTERPRISES HOLDINGS L.P.',
  '3714',
  'AMERICAN REAL ESTATE HOLDINGS L P',
] as const;
const tender = {
  accession: '0001104659-25-002604',
  form: 'SC TO-T/A',
  filed: '2025-01-10',
  period: null,
  parties: [cvr, cvr, icahn],
  documents: [
    [1, 'SC TO-T/A', 'tm252901d1_sctota.htm', 'html'],
    [2, 'EX-99.(A)(5)(C)', 'tm252901d1_ex99-a5c.htm', 'html'],
  ],
} as const;

export const SGML: readonly ExpectedFiling[] = [
  {
    file: '0000899681-95-000096.txt',
    accession: '0000899681-95-000096',
    form: 'S-3/A',
    filed: null,
    period: null,
    parties: [],
    documents: [
      [1, 'S-3/A', null, 'plain'],
      [2, 'EX-99', null, 'plain'],
    ],
  },
  {
    file: '0000943374-24-000509.txt',
    accession: '0000943374-24-000509',
    form: '8-K',
    filed: '2024-12-27',
    period: '2024-12-20',
    parties: [['FILER', '0001847360', '1895 Bancorp of Wisconsin, Inc. /MD/', '6036']],
    documents: [
      [1, '8-K', 'form8k_122024.htm', 'html'],
      [2, 'EX-101.SCH', 'bcow-20241220.xsd', 'data'],
      [3, 'EX-101.LAB', 'bcow-20241220_lab.xml', 'data'],
      [4, 'EX-101.PRE', 'bcow-20241220_pre.xml', 'data'],
      [6, 'XML', 'R1.htm', 'data'],
      [7, 'EXCEL', 'Financial_Report.xlsx', 'binary'],
      [8, 'XML', 'Show.js', 'data'],
      [9, 'XML', 'report.css', 'data'],
      [11, 'XML', 'FilingSummary.xml', 'data'],
      [13, 'JSON', 'MetaLinks.json', 'data'],
      [14, 'ZIP', '0000943374-24-000509-xbrl.zip', 'binary'],
      [15, 'XML', 'form8k_122024_htm.xml', 'data'],
    ],
  },
  {
    file: '0000950129-95-001652.txt',
    accession: '0000950129-95-001652',
    form: '24F-2NT',
    filed: '1995-12-28',
    period: '1995-10-31',
    parties: [['FILER', '0000810271', 'COMMON SENSE TRUST', null]],
    documents: [
      [1, '24F-2NT', null, 'plain'],
      [2, 'EX-99.11', null, 'plain'],
    ],
  },
  {
    file: '0001011438-98-000429.txt',
    accession: '0001011438-98-000429',
    form: '8-K',
    filed: '1998-12-31',
    period: '1998-12-15',
    parties: [['FILER', '0000913951', 'AAMES CAPITAL CORP', '6189']],
    documents: [
      [1, '8-K', null, 'plain'],
      [2, 'EX-20.1', null, 'plain'],
    ],
  },
  {
    file: '0001094891-00-000193.txt',
    accession: '0001094891-00-000193',
    form: '4',
    filed: '2000-03-14',
    period: '2000-02-29',
    parties: [
      [
        'SUBJECT COMPANY',
        '0000911787',
        'PRODUCTIVITY TECHNOLOGIES CORP /',
        '3540',
        'PRODUCTIVITY TECHNOLOGIES CORP /DE',
      ],
      ['REPORTING-OWNER', '0001050609', 'FOSTER ALAN H', null],
    ],
    documents: [[1, '4', null, 'plain']],
  },
  { file: '0001104659-25-002604.nc', ...tender },
  { file: '0001104659-25-002604.txt', ...tender },
  {
    file: '0001127602-25-001055.txt',
    accession: '0001127602-25-001055',
    form: '4',
    filed: '2025-01-10',
    period: '2025-01-10',
    parties: [
      ['REPORTING-OWNER', '0001806647', 'Garascia Jessica A.', null],
      ['ISSUER', '0000001750', 'AAR CORP', '3720', 'ALLEN AIRCRAFT RADIO INC'],
    ],
    documents: [
      [1, '4', 'form4.xml', 'xml'],
      [2, 'EX-24', 'doc1.htm', 'html'],
    ],
  },
  {
    file: '0001213900-25-032135.txt',
    accession: '0001213900-25-032135',
    form: '8-K',
    filed: '2025-04-15',
    period: '2025-04-15',
    parties: [
      [
        'FILER',
        '0001173313',
        'ABVC BIOPHARMA, INC.',
        '2834',
        'American BriVision (Holding) Corp',
        'METU BRANDS, INC.',
        'ECOLOGY COATINGS, INC.',
      ],
    ],
    documents: [
      [1, '8-K', 'ea0238372-8k_abvcbio.htm', 'html'],
      [2, 'EX-99.1', 'ea023837201ex99-1_abvcbio.htm', 'html'],
      [3, 'GRAPHIC', 'ex99-1_001.jpg', 'binary'],
      [4, 'EX-101.SCH', 'abvc-20250415.xsd', 'data'],
      [5, 'EX-101.PRE', 'abvc-20250415_pre.xml', 'data'],
      [6, 'EX-101.LAB', 'abvc-20250415_lab.xml', 'data'],
      [8, 'XML', 'R1.htm', 'data'],
      [9, 'EXCEL', 'Financial_Report.xlsx', 'binary'],
      [10, 'XML', 'Show.js', 'data'],
      [11, 'XML', 'report.css', 'data'],
      [13, 'XML', 'FilingSummary.xml', 'data'],
      [15, 'JSON', 'MetaLinks.json', 'data'],
      [16, 'ZIP', '0001213900-25-032135-xbrl.zip', 'binary'],
      [17, 'XML', 'ea0238372-8k_abvcbio_htm.xml', 'data'],
    ],
  },
  {
    file: '0001398344-24-000491.nc',
    accession: '0001398344-24-000491',
    form: 'D/A',
    filed: '2024-01-11',
    period: null,
    parties: [['FILER', '0001296490', 'INVESTURE OPPORTUNITY FUND, LP', null, 'INVESTURE OPPORTUNITY FUND LP']],
    documents: [[1, 'D/A', 'primary_doc.xml', 'xml']],
  },
  {
    file: '0001951757-25-000093.nc',
    accession: '0001951757-25-000093',
    form: '13F-HR',
    filed: '2025-01-22',
    period: '2024-12-31',
    parties: [['FILER', '0001994827', 'ACORN CREEK CAPITAL LLC', null]],
    documents: [
      [1, '13F-HR', 'primary_doc.xml', 'xml'],
      [2, 'INFORMATION TABLE', 'F_13F_AcornCreek_Q42024.xml', 'xml'],
    ],
  },
  {
    file: '0002002260-24-000001.nc',
    accession: '0002002260-24-000001',
    form: 'D',
    filed: '2024-01-11',
    period: null,
    parties: [['FILER', '0002002260', 'VEPF VIII Co-Invest 4-A, L.P.', null]],
    documents: [[1, 'D', 'primary_doc.xml', 'xml']],
  },
];
