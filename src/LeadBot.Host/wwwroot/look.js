// How Web Chat and the cards in it look, in the page's own colours.
'use strict';

const light = {
  page: '#f7f5f0', surface: '#ffffff', text: '#1e2529', subtle: '#5a656b', line: '#dedad0', accent: '#0f5c5c', onAccent: '#ffffff',
  good: '#1d6b3a', warning: '#8a4b00', bad: '#a32020',
};
const darkColours = {
  page: '#14191c', surface: '#1d2428', text: '#e8ebe9', subtle: '#a5b0b3', line: '#354046', accent: '#74c7c0', onAccent: '#0b1f1f',
  good: '#7fd39a', warning: '#f0b566', bad: '#ff9d94',
};

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

function look(isDark) {
  const c = isDark ? darkColours : light;
  const tones = {
    default: { default: c.text, subtle: c.subtle }, accent: { default: c.accent, subtle: c.accent },
    good: { default: c.good, subtle: c.good }, warning: { default: c.warning, subtle: c.warning },
    attention: { default: c.bad, subtle: c.bad },
  };
  return {
    styleOptions: {
      primaryFont: font, monospaceFont: 'ui-monospace, "DejaVu Sans Mono", monospace',
      backgroundColor: c.page, accent: c.accent, subtle: c.subtle, paddingRegular: 12, paddingWide: 16,
      bubbleBackground: c.surface, bubbleTextColor: c.text, bubbleBorderColor: c.line, bubbleBorderRadius: 12, bubbleBorderWidth: 1,
      bubbleFromUserBackground: c.accent, bubbleFromUserTextColor: c.onAccent, bubbleFromUserBorderColor: c.accent,
      bubbleFromUserBorderRadius: 12, bubbleFromUserBorderWidth: 1, bubbleMinHeight: 0, bubbleMaxWidth: 560, bubbleAttachmentMaxWidth: 560,
      bubbleMinWidth: 120, timestampColor: c.subtle,
      sendBoxBackground: c.surface, sendBoxTextColor: c.text, sendBoxPlaceholderColor: c.subtle, sendBoxButtonColor: c.accent,
      sendBoxButtonColorOnHover: c.accent, sendBoxButtonColorOnFocus: c.accent, sendBoxBorderTop: `1px solid ${c.line}`,
      // A card longer than the window is shown from its top, not from its end.
      autoScrollSnapOnPage: true, sendBoxTextWrap: true, sendBoxHeight: 52, disableFileUpload: true, hideUploadButton: true,
      cardEmphasisBackgroundColor: c.page, transcriptTerminatorBackgroundColor: c.subtle, transcriptTerminatorColor: c.page,
      newMessagesButtonBackgroundColor: c.accent, newMessagesButtonTextColor: c.onAccent,
      suggestedActionBackgroundColor: c.surface, suggestedActionBorderColor: c.accent, suggestedActionTextColor: c.accent,
    },
    adaptiveCardsHostConfig: {
      fontFamily: font, supportsInteractivity: true,
      fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
      spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
      separator: { lineThickness: 1, lineColor: c.line },
      containerStyles: {
        default: { backgroundColor: c.surface, foregroundColors: tones },
        emphasis: { backgroundColor: c.page, foregroundColors: tones },
      },
      textBlock: { headingLevel: 2 },
      factSet: { title: { weight: 'default', isSubtle: true, wrap: true, maxWidth: 180 }, value: { wrap: true }, spacing: 14 },
      actions: {
        maxActions: 25, spacing: 'large', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left',
      },
    },
  };
}
