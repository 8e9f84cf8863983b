use super::*;

fn people(list: &[(&str, &str)]) -> Vec<Person> {
    list.iter()
        .map(|(name, languages)| {
            let languages = languages.split_whitespace();
            (name.to_string(), languages.map(String::from).collect())
        })
        .collect()
}

fn shown(list: &[(&str, &str)]) -> Vec<String> {
    let people = people(list);
    speakers(&people)
        .iter()
        .map(|(language, names)| {
            let names: Vec<&str> = names.iter().copied().collect();
            format!("{language}: {}", names.join(" "))
        })
        .collect()
}

#[test]
fn the_list_is_turned_round() {
    let found = shown(&[("Bo", "de fr"), ("Al", "fr")]);
    assert_eq!(found, ["de: Bo", "fr: Al Bo"], "two people");
}

#[test]
fn each_name_once() {
    let found = shown(&[("Bo", "de de"), ("Al", "de"), ("Bo", "de")]);
    assert_eq!(found, ["de: Al Bo"], "Bo three times");
}

#[test]
fn nobody_and_nothing() {
    assert!(shown(&[]).is_empty(), "no people");
    assert!(shown(&[("Bo", "")]).is_empty(), "no language");
}
