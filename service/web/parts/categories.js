// All categories, in the order of a market; their names are in words/.
export const CATEGORIES = {
  kitchen: "kind_kitchen", appliances: "kind_appliances", electronics: "kind_electronics", audio: "kind_audio",
  clothing: "kind_clothing", shoes: "kind_shoes", bags: "kind_bags", skincare: "kind_skincare", haircare: "kind_haircare",
  food: "kind_food", tea: "kind_tea", fruit: "kind_fruit", takeaway: "kind_takeaway", baby: "kind_baby", toys: "kind_toys",
  pets: "kind_pets", books: "kind_books", sports: "kind_sports", bedding: "kind_bedding", furniture: "kind_furniture",
  garden: "kind_garden", health: "kind_health",
};
