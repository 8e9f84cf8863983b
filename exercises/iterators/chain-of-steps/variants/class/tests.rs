use super::*;

fn class() -> Vec<Pupil> {
    vec![
        Pupil {
            name: "new",
            marks: vec![],
        },
        Pupil {
            name: "ann",
            marks: vec![3, 9],
        },
        Pupil {
            name: "bo",
            marks: vec![9, 8, 8],
        },
    ]
}

#[test]
fn first_of_the_best() {
    assert_eq!(
        best(&class()),
        Some("ann"),
        "ann and bo both have a 9, ann comes first"
    );
    assert_eq!(best(&[]), None, "nobody");
    assert_eq!(best(&class()[..1]), None, "nobody has a mark");
}

#[test]
fn averages_of_those_with_marks() {
    assert_eq!(
        averages(&class()),
        [6.0, 25.0 / 3.0],
        "those without marks are left out"
    );
}
