import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';

/** A picture as large as the window allows. */
export function Lightbox({ name, address, onClose }: { name: string; address: string; onClose: () => void }) {
  return (
    <Dialog title={name} onClose={onClose}>
      <div className="lightbox">
        <img src={address} alt={name} />
        <a className="button" href={address} download={name} target="_blank" rel="noopener">
          <Icon name="download" /> Download
        </a>
      </div>
    </Dialog>
  );
}
