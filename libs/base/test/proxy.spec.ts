import { isLoopback, proxyFor } from '@filigree/base';

const LOOPBACK = ['localhost', 'LOCALHOST.', '127.0.0.1', '127.8.9.10', '127.1', '::1', '[::1]', '::ffff:127.0.0.1'];

const PROXY = 'http://proxy.example.com:3128';

describe('loopback', () => {
  it.each(LOOPBACK)('is %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  // What is reached through all interfaces is open to other machines.
  it.each(['0.0.0.0', '::', 'localhost.example.com', 'notlocalhost', '128.0.0.1', '10.0.0.5', '::2', '1270.0.0.1'])(
    'is not %s',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );

  it.each([...LOOPBACK, 'a.localhost', '0.0.0.0', '::'])('has no proxy as %s, whatever variable is set', (host) => {
    for (const kind of ['http', 'https', 'grpc'] as const)
      for (const variable of ['http_proxy', 'https_proxy', 'grpc_proxy', 'all_proxy'])
        for (const name of [variable, variable.toUpperCase()])
          expect(proxyFor(kind, { host, port: 80 }, { [name]: PROXY })).toBeNull();
  });
});

describe('the proxy of an address', () => {
  const target = { host: 'www.example.com', port: 443 };
  const variableOf = (kind: 'http' | 'https' | 'grpc', env: Record<string, string>): string | undefined =>
    proxyFor(kind, target, env)?.variable;

  it.each([
    ['https', 'https_proxy', true],
    ['https', 'HTTPS_PROXY', true],
    ['https', 'ALL_PROXY', true],
    ['https', 'http_proxy', false],
    ['http', 'HTTP_PROXY', true],
    ['http', 'https_proxy', false],
    ['grpc', 'grpc_proxy', true],
    ['grpc', 'https_proxy', true],
    ['grpc', 'http_proxy', true],
    ['grpc', 'HTTPS_PROXY', false],
  ] as const)('for %s comes from %s: %p', (kind, variable, counts) => {
    expect(variableOf(kind, { [variable]: PROXY })).toBe(counts ? variable : undefined);
  });

  it('is that of the first variable that is set to something', () => {
    expect(variableOf('https', { https_proxy: ' ', HTTPS_PROXY: PROXY, all_proxy: PROXY })).toBe('HTTPS_PROXY');
  });

  it('is shown without its password', () => {
    const proxy = proxyFor('https', target, { HTTPS_PROXY: 'http://me:secret@proxy.example.com:3128' });
    expect(proxy?.shown).toBe('http://proxy.example.com:3128 (HTTPS_PROXY)');
  });

  it('may be given as HOST:PORT; of another kind it is refused', () => {
    expect(proxyFor('https', target, { HTTPS_PROXY: 'proxy.example.com:3128' })?.url.port).toBe('3128');
    expect(() => proxyFor('https', target, { ALL_PROXY: 'socks5://me:secret@proxy.example.com' })).toThrow(
      'ALL_PROXY is socks5://proxy.example.com, expected http://HOST:PORT',
    );
    expect(proxyFor('grpc', target, { grpc_proxy: 'https://proxy.example.com' })).toBeNull();
  });

  it.each([
    ['example.com', true],
    ['.example.com', true],
    ['*.example.com', true],
    ['WWW.example.com.', true],
    ['ample.com', false],
    ['other.com, www.example.com', true],
    ['other.com www.example.com', true],
    ['www.example.com:443', true],
    ['www.example.com:444', false],
    ['*', true],
    ['', false],
  ])('is left out where NO_PROXY is %j: %p', (list, isLeftOut) => {
    for (const name of ['NO_PROXY', 'no_proxy'])
      for (const kind of ['https', 'grpc'] as const)
        expect(proxyFor(kind, target, { https_proxy: PROXY, [name]: list }) === null).toBe(isLeftOut);
    expect(proxyFor('grpc', target, { https_proxy: PROXY, no_grpc_proxy: list }) === null).toBe(isLeftOut);
  });

  it.each([
    ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.3', '10.1.0.0/16', true],
    ['10.2.2.3', '10.1.0.0/16', false],
    ['[fd00::5]', 'fd00::/8', true],
    ['fd00::5', '[fd00::5]:443', true],
    ['fd00::5', 'fd00::5', true],
    ['10.1.2.3', '1.2.3', false],
    ['10.1.2.3', '10.1.2.3/99', false],
  ])('of the address %s is left out where NO_PROXY is %s: %p', (host, list, isLeftOut) => {
    expect(proxyFor('https', { host, port: 443 }, { HTTPS_PROXY: PROXY, NO_PROXY: list }) === null).toBe(isLeftOut);
  });
});
