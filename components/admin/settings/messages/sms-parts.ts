/** The basic characters of GSM 03.38; with any other one, an SMS holds less than half as much. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const DOUBLE = /[\^{}\\[~\]|€]/g;

/** How long a text is as SMS are counted and paid: 160 characters or several of 153, or 70 and 67. */
export function smsParts(text: string): string {
  const isBasic = GSM.test(text);
  const length = isBasic ? text.length + (text.match(DOUBLE)?.length ?? 0) : text.length;
  const [one, more] = isBasic ? [160, 153] : [70, 67];
  const parts = length <= one ? 1 : Math.ceil(length / more);
  return `${length} characters, ${parts === 1 ? 'one SMS' : `sent as ${parts} SMS`}${isBasic ? '' : ', for its special characters'}.`;
}
