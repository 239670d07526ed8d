/** The English sentences of this feature. */
export const areas = {
  "fact.area": "Area",
  "button.area": "Change the area",
  "history.areaChosen": "set the area to {{to}}",
  "history.areaChanged": "changed the area from {{from}} to {{to}}",
  "history.areaRemoved": "removed the area {{from}}",
  "done.area": "{{ticket}} is now in the area {{area}}.",
  "done.areaRemoved": "{{ticket}} has no area now.",
  "refusal.noSuchArea": "This desk has no area “{{name}}”.",
  "refusal.sameArea": "{{ticket}} is in that area already.",
  "error.areaUnknown": "This desk has no area of that name.",
  "form.area": "Which part of the product is it about?",
  "form.noArea": "None of these",
  "form.areaTitle": "Change the area",
  "form.areaSubmit": "Change",
  "form.areaOf": "Area of {{ticket}}",
} as const;
