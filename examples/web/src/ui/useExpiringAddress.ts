import { useState } from 'react';

/**
 * Follows the address of a picture or another file, which is good for an hour.
 *
 * @param renew reads again where the address is from. Called when the address does not load: once, until one loads.
 * @returns whether it is lost: not before it was read again, and not any more once there is another address. The handlers are
 * for the element that loads it.
 */
export function useExpiringAddress(address: string | null, renew?: () => Promise<unknown>) {
  const [lost, setLost] = useState<string | null>(null);
  const [isRenewed, setIsRenewed] = useState(false);

  const onError = async () => {
    if (!isRenewed) {
      setIsRenewed(true);
      await renew?.();
    }
    setLost(address);
  };
  return {
    isLost: address !== null && address === lost,
    onError: () => void onError(),
    onLoad: () => setIsRenewed(false),
  };
}
