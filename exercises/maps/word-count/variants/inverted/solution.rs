use std::collections::HashMap;

pub fn fans(likes: &HashMap<String, String>) -> HashMap<String, Vec<String>> {
    let mut fans: HashMap<String, Vec<String>> = HashMap::new();
    for (person, fruit) in likes {
        fans.entry(fruit.clone()).or_default().push(person.clone());
    }
    for people in fans.values_mut() {
        people.sort();
    }
    fans
}
